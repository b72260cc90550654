using System;
using System.Collections.Generic;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Damage;
using Cofferdam.Tests.Kit.Policies;
using Xunit;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>One small policy that has something in every section, its image, and where things stand in it.</summary>
internal static class Specimen
{
    private static readonly byte[] Written = PolicyImageWriter.Write(MakeContent());

    /// <summary>What it says.</summary>
    public static PolicyContent Content => MakeContent();

    /// <summary>A fresh copy of its image, unsigned.</summary>
    public static byte[] Image => (byte[])Written.Clone();

    /// <summary>Its image taken apart.</summary>
    public static ImageParts Parts => ImageParts.Split(Written);

    /// <summary>The policy as read.</summary>
    public static CompiledPolicy Policy { get; } = Open(Written);

    /// <summary>A fresh copy of its image, signed by the first officer.</summary>
    public static byte[] Signed() => Signed(Image);

    /// <summary>The image of a policy that has one or two entries in every section, signed.</summary>
    public static byte[] SmallestSigned() => Signed(PolicyImageWriter.Write(HostilePolicies.Empty([new("red"), new("blue")]) with
    {
        Labels = [new("red", ["red"]), new("blue", ["blue"])],
        Channels = [new("c", "red", "blue", AccessKind.Memory, 0, Flows.Out, "why")],
        Conflicts = [new("rivals", ["red", "blue"], WallScope.Host, WallMode.Running)],
        Hosts = [new("", ["red"])],
        Images = [TestKeys.Image("micro")],
        Renames = [new(KeyKind.Label, "red", "pink")],
        Sources = [new(SourceKind.Type, "red", "p.yaml", 1)],
    }));

    /// <summary>Reads an image that must be valid.</summary>
    public static CompiledPolicy Open(byte[] image)
    {
        var policy = CompiledPolicy.OpenUnsigned(image, out var error);
        Assert.Equal(default, error);
        return policy!;
    }

    /// <summary>Index of a type.</summary>
    public static int Type(string name) => Policy.FindType(StableKey.Of(KeyKind.Type, name));

    /// <summary>Index of a label.</summary>
    public static int Label(string name) => Policy.FindLabel(StableKey.Of(KeyKind.Label, name));

    /// <summary>Index of a conflict set.</summary>
    public static int Conflict(string name) =>
        Array.FindIndex(Policy.Conflicts.ToArray(), set => set.Key == StableKey.Of(KeyKind.ConflictSet, name));

    /// <summary>Index of a host.</summary>
    public static int Host(string name) => Array.FindIndex(Policy.Hosts.ToArray(), host => host.Key == StableKey.Of(KeyKind.Host, name));

    /// <summary>Index of the first entry of a role among the keys.</summary>
    public static int Key(KeyRole role) => Array.FindIndex(Policy.Keys.ToArray(), key => key.Role == role);

    private static byte[] Signed(byte[] image)
    {
        PolicySignature.Sign(image, TestKeys.Officers[0]);
        return image;
    }

    private static PolicyContent MakeContent() => new()
    {
        Name = "specimen",
        Serial = 7,
        PredecessorSerial = 6,
        PredecessorDigest = TestKeys.Image("serial 6"),
        Quarantine = true,
        Types =
        [
            new("a-bank"), new("a-bank.desk", "a-bank"), new("b-bank"), new("insurer"), new("clearing"), new("sensors"),
            new("archive"), new("backup", "archive"),
        ],
        Labels = Labels(),
        SecrecyLevels = ["public", "internal", "secret"],
        IntegrityLevels = ["untrusted", "checked"],
        Categories = ["east", "west", "north"],
        Channels =
        [
            new("desk", "a-bank", "clearing", AccessKind.Vsock, 4433, Flows.Both, "they settle at night"),
            new("desk too", "clearing", "a-bank", AccessKind.Vsock, 4433, Flows.Both),
            new("other port", "a-bank", "clearing", AccessKind.Vsock, 9000, Flows.Both),
            new("feed", "sensors", "a-bank.desk", AccessKind.Memory, 0, Flows.Out, "eine Richtung"),
            new("query", "b-bank", "sensors", AccessKind.Memory, 0, Flows.Both),
            new("past", "insurer", "backup", AccessKind.Volume, 0, Flows.In),
            new("past too", "backup", "b-bank", AccessKind.Volume, 0, Flows.In),
        ],
        Conflicts =
        [
            new("competitors", ["a-bank", "b-bank"], WallScope.Host, WallMode.Running, "they compete"),
            new("auditors", ["insurer", "clearing", "a-bank.desk"], WallScope.Rack, WallMode.History),
            new("places", ["sensors", "archive"], WallScope.Zone, WallMode.Running),
        ],
        Hosts =
        [
            new("", ["a-bank", "sensors"]),
            new("h1", ["a-bank", "a-bank.desk", "clearing"]) { Rack = "r1", Zone = "z1", AttestationRequired = true },
            new("h2", []) { Rack = "r1" },
        ],
        Images = [TestKeys.Image("micro"), TestKeys.Image("macro"), TestKeys.Image("kernel")],
        Keys = Keys(),
        Renames =
        [
            new(KeyKind.Type, "clearing", "settlement"), new(KeyKind.Type, "sensors", "meters"),
            new(KeyKind.Label, "wide", "narrow"), new(KeyKind.Label, "clearing", "settlement"),
        ],
        Sources = Sources(),
    };

    /// <summary>More than eight, which the reader of the access table takes at a time.</summary>
    private static IReadOnlyList<LabelContent> Labels() =>
    [
        new("a-bank", ["a-bank"]) { Mark = "A", Color = "red" },
        new("a-bank.desk", ["a-bank.desk"]) { Mark = "D", SecrecyLow = new(1, 1), SecrecyHigh = new(2, 3) },
        new("b-bank", ["b-bank"]) { Mark = "B", Color = "blue" },
        new("insurer", ["insurer"]) { IntegrityHigh = 1 },
        new("clearing", ["clearing"]) { Color = "grey", IntegrityHigh = 1 },
        new("sensors", ["sensors"]) { SecrecyHigh = new(2, 7), IntegrityLow = 1, IntegrityHigh = 1 },
        new("archive", ["archive"]),
        new("backup", ["backup"]) { SecrecyLow = new(1, 4), SecrecyHigh = new(1, 6) },
        new("wide", ["a-bank", "a-bank.desk", "backup"]),
        new("pair", ["archive", "backup"]) { SecrecyHigh = new(2, 0) },
    ];

    private static IReadOnlyList<KeyContent> Keys() =>
    [
        new(KeyRole.Officer, TestKeys.OfficerId(0)), new(KeyRole.Officer, TestKeys.OfficerId(1)),
        new(KeyRole.Verifier, TestKeys.Id("verifier")), new(KeyRole.Placer, TestKeys.Id("placer")),
        new(KeyRole.Spec, TestKeys.Id("tenant-a"), "a-bank"), new(KeyRole.Spec, TestKeys.Id("tenant-a"), "wide"),
        new(KeyRole.Spec, TestKeys.Id("tenant-b"), "a-bank"),
    ];

    private static IReadOnlyList<SourceContent> Sources() =>
    [
        new(SourceKind.Policy, "specimen", "policy.yaml", 1), new(SourceKind.Type, "sensors", "policy.yaml", 12),
        new(SourceKind.Label, "pair", "labels.yaml", 3), new(SourceKind.Channel, "feed", "channels.yaml", 40),
        new(SourceKind.Conflict, "places", "policy.yaml", 77), new(SourceKind.Host, "h1", "policy.yaml", 90), new(SourceKind.Host, "", "policy.yaml", 88),
    ];
}
