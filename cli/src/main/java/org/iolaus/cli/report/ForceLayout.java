package org.iolaus.cli.report;

import java.util.List;
import org.iolaus.detection.campaign.CampaignFinding.Link;

/**
 * Places of a graph's nodes in the unit square: linked nodes attract, all nodes repel, a weak pull holds parts together
 * (Fruchterman and Reingold 1991). Starts from a sunflower spiral, so equal graphs give equal drawings. Quadratic in
 * nodes for each step; meant for up to a few hundred.
 */
final class ForceLayout {
    private static final int STEPS = 240;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - StrictMath.sqrt(5));
    private static final double GRAVITY = 0.9;
    private static final double NEAREST = 1e-4;

    private final double[] x;
    private final double[] y;
    private final double[] moveX;
    private final double[] moveY;
    private final List<Link> links;
    private final double distance;

    private ForceLayout(int nodes, List<Link> links) {
        this.x = new double[nodes];
        this.y = new double[nodes];
        this.moveX = new double[nodes];
        this.moveY = new double[nodes];
        this.links = links;
        this.distance = StrictMath.sqrt(1.0 / Math.max(1, nodes));
        for (int i = 0; i < nodes; i++) {
            double radius = 0.5 * StrictMath.sqrt((i + 0.5) / nodes);
            x[i] = radius * StrictMath.cos(i * GOLDEN_ANGLE);
            y[i] = radius * StrictMath.sin(i * GOLDEN_ANGLE);
        }
    }

    /** Coordinates of {@code nodes} nodes, as {@code [x, y]} in 0..1. */
    static double[][] place(int nodes, List<Link> links) {
        ForceLayout layout = new ForceLayout(nodes, links);
        for (int step = 0; step < STEPS; step++) {
            layout.repel();
            layout.attract();
            layout.move(0.1 * (1 - (double) step / STEPS));
        }
        return layout.scaled();
    }

    private void repel() {
        for (int i = 0; i < x.length; i++) {
            moveX[i] = -GRAVITY * x[i];
            moveY[i] = -GRAVITY * y[i];
            for (int j = 0; j < x.length; j++) {
                double dx = x[i] - x[j];
                double dy = y[i] - y[j];
                double squared = Math.max(NEAREST, dx * dx + dy * dy);
                moveX[i] += dx / squared * distance * distance;
                moveY[i] += dy / squared * distance * distance;
            }
        }
    }

    private void attract() {
        for (Link link : links) {
            double dx = x[link.from()] - x[link.to()];
            double dy = y[link.from()] - y[link.to()];
            double pull = StrictMath.sqrt(dx * dx + dy * dy) / distance;
            moveX[link.from()] -= dx * pull;
            moveY[link.from()] -= dy * pull;
            moveX[link.to()] += dx * pull;
            moveY[link.to()] += dy * pull;
        }
    }

    private void move(double longest) {
        for (int i = 0; i < x.length; i++) {
            double length = Math.max(NEAREST, StrictMath.sqrt(moveX[i] * moveX[i] + moveY[i] * moveY[i]));
            double step = Math.min(length, longest) / length;
            x[i] += moveX[i] * step;
            y[i] += moveY[i] * step;
        }
    }

    private double[][] scaled() {
        double[][] places = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            places[i] = new double[] {between(x, x[i]), between(y, y[i])};
        }
        return places;
    }

    private static double between(double[] all, double value) {
        double min = value;
        double max = value;
        for (double other : all) {
            min = Math.min(min, other);
            max = Math.max(max, other);
        }
        return max - min < NEAREST ? 0.5 : (value - min) / (max - min);
    }
}
