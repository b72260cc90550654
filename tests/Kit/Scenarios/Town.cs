using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.PolicyImage;
using Cofferdam.PolicyImage.Content;
using Cofferdam.Tests.Kit.Oracle;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.Scenarios;

/// <summary>
/// The policy that scenarios play under. red and blue are rivals while they run (crimson is a kind of red), north and south until all
/// they left is sanitized; racks and zones keep their sides apart by leases; the vault has levels; green may open channels to white;
/// this host, h1, runs everything but foreign.
/// </summary>
public static class Town
{
    /// <summary>The time, where a scenario does not say.</summary>
    public const ulong Now = 100;

    /// <summary>When tickets and leases expire, where a scenario does not say.</summary>
    public const ulong Expiry = 1000;

    /// <summary>The vsock port of the channel from green to white.</summary>
    public const uint Port = 7;

    private const string Guarded = "vault";

    private static readonly Lazy<CompiledPolicy> First = new(() => Compile(Policy!));

    /// <summary>Every policy of every scenario.</summary>
    public static PolicyShelf Shelf { get; } = new();

    /// <summary>What it says.</summary>
    public static PolicyContent Policy { get; } = Write();

    /// <summary>What it says where objects without a label are quarantined.</summary>
    public static PolicyContent Quarantined { get; } = Policy with { Quarantine = true };

    /// <summary>A policy's image, signed by the first officer.</summary>
    public static CompiledPolicy Image(PolicyContent content) => ReferenceEquals(content, Policy) ? First.Value : Compile(content);

    /// <summary>A policy's image.</summary>
    public static CompiledPolicy Compile(PolicyContent content, int officer = 0) => Shelf.Add(content, TestKeys.Officers[officer]);

    private static PolicyContent Write()
    {
        var content = new PolicyBuilder("town")
            .Workloads("red", "green", "blue", "white", "north", "south", "rack-a", "rack-b", "zone-a", "zone-b", "foreign")
            .Workload("crimson", "red")
            .Workload("northern", "north")
            .Workload("shelf", "rack-a")
            .Type(Guarded)
            .Label("green-and-blue", "green", "blue")
            .Label("rack-and-zone", "rack-a", "zone-a")
            .Label("white-and-foreign", "white", "foreign")
            .Label("red-and-north", "red", "north")
            .Label("white-store", "white")
            .Label(Levels("vault", 0, 0, 0, 0))
            .Label(Levels("vault-secret", 2, 2, 0, 0))
            .Label(Levels("vault-trusted", 0, 0, 2, 2))
            .Label(Levels("vault-guard", 0, 2, 0, 0))
            .Label(Levels("vault-checker", 0, 0, 0, 2))
            .Label(new LabelContent("white-secret", ["white"]) { SecrecyLow = new Secrecy(2, 0), SecrecyHigh = new Secrecy(2, 0) })
            .Conflict("rivals", WallMode.Running, "red", "blue")
            .Conflict("poles", WallMode.History, "north", "south")
            .Conflict("racks", WallScope.Rack, WallMode.Running, "rack-a", "rack-b")
            .Conflict("zones", WallScope.Zone, WallMode.History, "zone-a", "zone-b")
            .Channel("green", "white", AccessKind.Vsock, Port, Flows.Both)
            .Channel("green", "white", AccessKind.Memory, 0, Flows.Out)
            .Channel("green", "white", AccessKind.Volume, 0, Flows.In)
            .Channel("green", "north", AccessKind.Volume, 0, Flows.In)
            .Channel("white-secret", "green", AccessKind.Vsock, Port, Flows.Both)
            .Channel("white-secret", "green", AccessKind.Memory, 0, Flows.Both)
            .Build();
        string[] runs = [.. content.Types.Select(type => type.Name).Where(type => type != "foreign")];
        return content with { Hosts = [.. Hosts(runs)] };
    }

    private static IEnumerable<HostContent> Hosts(string[] runs) =>
    [
        new("h1", runs) { Rack = "r1", Zone = "z1" },
        new("vouched", runs) { AttestationRequired = true },
        new("lone", runs),
    ];

    private static LabelContent Levels(string name, byte secrecyLow, byte secrecyHigh, byte integrityLow, byte integrityHigh) =>
        new(name, [Guarded])
        {
            SecrecyLow = new Secrecy(secrecyLow, 0),
            SecrecyHigh = new Secrecy(secrecyHigh, 0),
            IntegrityLow = integrityLow,
            IntegrityHigh = integrityHigh,
        };
}
