package org.iolaus.simulator.world;

import java.util.SplittableRandom;
import org.iolaus.simulator.actor.Client;

/** Programs in use and how popular they are. Fingerprints are invented in the form of JA4. */
public final class Clients {
    private final Weighted<Client> browsers = new Weighted<>();
    private final Weighted<Client> libraries = new Weighted<>();

    Clients() {
        browsers.with(
                        new Client(
                                "t13d1516h2_8daaf6152771_d8a2da3f94cd",
                                "Mozilla/5.0 (Windows NT 10.0) Chrome/132.0",
                                true),
                        30)
                .with(
                        new Client(
                                "t13d1516h2_8daaf6152771_d8a2da3f94cd",
                                "Mozilla/5.0 (Windows NT 10.0) Edg/132.0",
                                true),
                        8)
                .with(
                        new Client(
                                "t13d1517h2_5e0b1c2a7f10_3fb5a4c11d07", "Mozilla/5.0 (Macintosh) Safari/605.1", true),
                        14)
                .with(new Client("t13d1517h2_5e0b1c2a7f10_91cf0d6b2e44", "Mozilla/5.0 (iPhone) Safari/604.1", true), 20)
                .with(
                        new Client(
                                "t13d1715h2_77aa10c3be29_e6d1409f8a35", "Mozilla/5.0 (X11; Linux) Firefox/134.0", true),
                        7)
                .with(
                        new Client(
                                "t13d1613h2_b41f7790c2de_06c7de2215ab", "Mozilla/5.0 (Android 15) Chrome/132.0", true),
                        21);
        libraries
                .with(new Client("t13d1811h1_85036bcba153_7a90f1d3c26e", "openai-python/1.59.6", false), 30)
                .with(new Client("t13d1811h1_85036bcba153_7a90f1d3c26e", "openai-python/1.54.0", false), 8)
                .with(new Client("t13d1911h1_3c70e1b2d4f5_20bb19ac7d81", "atlas-python/0.42.0", false), 22)
                .with(new Client("t13d4312h1_c7886603b240_5d6c8e10aa92", "openai-node/4.77.0", false), 13)
                .with(new Client("t13d0909h1_fcb5b95cb75a_44e7b3c0d918", "python-requests/2.32.3", false), 10)
                .with(new Client("t13d1911h1_3c70e1b2d4f5_bd0e6a7c5512", "python-httpx/0.28.1", false), 8)
                .with(new Client("t13d1412h2_e33ad33b3d25_8c1fd97703be", "langchain/0.3.14", false), 5)
                .with(new Client("t13d1911h1_3c70e1b2d4f5_20bb19ac7d81", "litellm/1.57", false), 4)
                .with(new Client("t13d0909h1_fcb5b95cb75a_44e7b3c0d918", "aiohttp/3.11", false), 4)
                .with(new Client("t13d1311h2_f57a46bbacb6_c1e08d5a3b77", "Go-http-client/2.0", false), 3)
                .with(new Client("t13d1610h2_9a2e4c7b10d8_5f0b62c9e1aa", "okhttp/4.12.0", false), 2)
                .with(new Client("t13d1210h1_1d40cc93ab06_e7c285222651", "curl/8.11.1", false), 1);
    }

    public Client browser(SplittableRandom random) {
        return browsers.draw(random);
    }

    public Client library(SplittableRandom random) {
        return libraries.draw(random);
    }
}
