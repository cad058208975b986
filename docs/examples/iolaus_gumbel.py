"""Marks sampled tokens with Gumbel-max, bit for bit as Iolaus does; an example for vLLM.

The pure part needs nothing but Python and is checked against test vectors:

    python3 docs/examples/iolaus_gumbel.py docs/examples/gumbel_vectors.json

The processor at the end is written against AdapterLogitsProcessor of vLLM's V1 model runner. It is an example that
has not been run in an engine here. Load it with --logits-processors iolaus_gumbel:IolausGumbel. The gateway, and nobody
else, sets what `iolaus watermark keys export --for engine` wrote as vllm_xargs: iolaus_window, iolaus_account_key,
iolaus_campaign_key. It must strip these names from what clients send.
"""

import json
import math
import sys

MASK = (1 << 64) - 1
PUBLIC = (0x496F6C6175732077, 0x61746572206D6172)  # folds windows; no secret
TOKEN = 0x9E3779B97F4A7C15
DIVISION = 0x6469766973696F6E


def siphash(key, *words):
    """SipHash-2-4 of 64-bit words, each as eight bytes in little-endian order, as an unsigned number."""
    v = [key[0] ^ 0x736F6D6570736575, key[1] ^ 0x646F72616E646F6D, key[0] ^ 0x6C7967656E657261, key[1] ^ 0x7465646279746573]

    def rounds(count):
        for _ in range(count):
            v[0] = (v[0] + v[1]) & MASK
            v[1] = (v[1] << 13 | v[1] >> 51) & MASK ^ v[0]
            v[0] = (v[0] << 32 | v[0] >> 32) & MASK
            v[2] = (v[2] + v[3]) & MASK
            v[3] = (v[3] << 16 | v[3] >> 48) & MASK ^ v[2]
            v[0] = (v[0] + v[3]) & MASK
            v[3] = (v[3] << 21 | v[3] >> 43) & MASK ^ v[0]
            v[2] = (v[2] + v[1]) & MASK
            v[1] = (v[1] << 17 | v[1] >> 47) & MASK ^ v[2]
            v[2] = (v[2] << 32 | v[2] >> 32) & MASK

    for word in (*words, 8 * len(words) << 56):
        v[3] ^= word
        rounds(2)
        v[0] ^= word
    v[2] ^= 0xFF
    rounds(4)
    return v[0] ^ v[1] ^ v[2] ^ v[3]


def key(text):
    """The key in 32 hexadecimal digits."""
    secret = bytes.fromhex(text)
    return int.from_bytes(secret[:8], "little"), int.from_bytes(secret[8:], "little")


def fold(tokens):
    """The folded window of exactly these tokens."""
    folded = len(tokens)
    for token in tokens:
        folded = siphash(PUBLIC, folded, token)
    return folded


def complement(secret, window, token):
    """r in (0, 1]: one minus the keyed uniform number of a token after a folded window."""
    return ((siphash(secret, (window + token * TOKEN) & MASK) >> 11) + 1) * 2.0**-53


def key_at(window, account, campaign):
    """The key of the position after a folded window; one of the two may be None."""
    if account is None or campaign is None:
        return account or campaign
    return campaign if siphash(campaign, window, DIVISION) >> 63 else account


def choose(secret, window, tokens, probabilities):
    """Index of the candidate with the least -ln(u) / p."""
    waiting = [-math.log1p(-min(complement(secret, window, t), 1 - 2.0**-53)) / p for t, p in zip(tokens, probabilities)]
    return min(range(len(tokens)), key=waiting.__getitem__)


def check(path):
    """Compares this file with the vectors and says how many agree."""
    with open(path, encoding="utf-8") as file:
        vectors = json.load(file)["vectors"]
    for vector in vectors:
        account, campaign = (key(vector[name]) if name in vector else None for name in ("account_key", "campaign_key"))
        window = fold(vector["context"])
        assert f"{window:016x}" == vector["window"], vector
        secret = key_at(window, account, campaign)
        assert (secret == campaign) == vector["campaign_position"], vector
        hashes = [f"{siphash(secret, (window + t * TOKEN) & MASK):016x}" for t in vector["candidates"]]
        assert hashes == vector["hashes"], vector
        assert choose(secret, window, vector["candidates"], vector["probabilities"]) == vector["chosen"], vector
    print(f"{len(vectors)} of {len(vectors)} vectors agree.")


if __name__ == "__main__":
    check(sys.argv[1])
    sys.exit()

import torch
from vllm.v1.sample.logits_processor import AdapterLogitsProcessor

TOP_K = 100


class Response:
    """Marks one response. A window that was marked before is left to the engine, and so are the first tokens."""

    def __init__(self, width, account, campaign, temperature, top_p):
        self.width, self.account, self.campaign = width, account, campaign
        self.temperature, self.top_p = temperature, top_p
        self.seen = set()

    def __call__(self, output_ids, logits):
        if len(output_ids) < self.width:
            return logits
        window = fold(output_ids[-self.width :])
        if window in self.seen:
            return logits
        self.seen.add(window)
        top = torch.topk(torch.softmax(logits.double() / self.temperature, -1), min(TOP_K, logits.shape[-1]))
        values = top.values / top.values.sum()
        probabilities = values[: int((values.cumsum(-1) < self.top_p).sum()) + 1].tolist()
        tokens = top.indices[: len(probabilities)].tolist()
        pairs = [(t, p) for t, p in zip(tokens, probabilities) if p > 0]
        secret = key_at(window, self.account, self.campaign)
        token = pairs[choose(secret, window, *zip(*pairs))][0]
        logits[:] = float("-inf")
        logits[token] = 0
        return logits


class IolausGumbel(AdapterLogitsProcessor):
    """Marks the requests for which the gateway set a key; greedy ones have nothing to mark."""

    def is_argmax_invariant(self):
        return False

    def new_req_logits_processor(self, params):
        given = params.extra_args or {}
        account, campaign = (key(given[n]) if n in given else None for n in ("iolaus_account_key", "iolaus_campaign_key"))
        if not (account or campaign) or params.temperature == 0:
            return None
        return Response(int(given["iolaus_window"]), account, campaign, params.temperature, params.top_p)
