using System.Collections.Generic;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Campaigns.Surveys;

/// <summary>Policies with every choice of channels between two labels, or random ones among three; a last label shares with them all.</summary>
public static class ChannelPolicies
{
    /// <summary>Ports worth asking about: those that channels may have, none, and one that no channel has.</summary>
    public static IReadOnlyList<uint> Ports { get; } = [0, 1, 2, 9];

    /// <summary>How many choices of channels there are between two labels: per direction of asking two ports, a window of four kinds, a volume.</summary>
    public const int Choices = 1024;

    /// <summary>The n-th choice of channels between a and b.</summary>
    public static PolicyContent OfPair(int choice) => Add(Labels("pair", "a", "b"), "a", "b", choice).Build();

    /// <summary>Random channels between three labels.</summary>
    public static PolicyContent OfThree(Choices choices)
    {
        var builder = Labels("three", "a", "b", "c");
        foreach (var (from, to) in new[] { ("a", "b"), ("a", "c"), ("b", "c") })
            Add(builder, from, to, choices.Below(Choices));
        return builder.Build();
    }

    private static PolicyBuilder Labels(string name, params string[] types) => new PolicyBuilder(name).Workloads(types).Label("all", [.. types]);

    private static PolicyBuilder Add(PolicyBuilder builder, string x, string y, int choice)
    {
        AddFrom(builder, x, y, choice & 31);
        AddFrom(builder, y, x, choice >> 5);
        return builder;
    }

    private static void AddFrom(PolicyBuilder builder, string from, string to, int choice)
    {
        for (var port = 1; port <= 2; port++)
        {
            if ((choice >> (port - 1) & 1) == 1)
                builder.Channel(from, to, AccessKind.Vsock, (uint)port, Flows.Both);
        }
        var window = (Flows)(choice >> 2 & 3);
        if (window != Flows.None)
            builder.Channel(from, to, AccessKind.Memory, 0, window);
        if (choice >> 4 == 1)
            builder.Channel(from, to, AccessKind.Volume, 0, Flows.In);
    }
}
