using System.Collections.Generic;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>What a project file says of a policy, as plain words: what generators make up, writers write and the naive reading reads.</summary>
public sealed record PolicySketch
{
    /// <summary>True: unlabelled objects are quarantined.</summary>
    public bool Quarantine { get; init; }

    /// <summary>Secrecy levels, lowest first.</summary>
    public IReadOnlyList<string> Secrecy { get; init; } = [];

    /// <summary>Integrity levels, lowest first.</summary>
    public IReadOnlyList<string> Integrity { get; init; } = [];

    /// <summary>Categories.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Workloads: each a type and a label.</summary>
    public IReadOnlyList<LabelSketch> Workloads { get; init; } = [];

    /// <summary>Further labels.</summary>
    public IReadOnlyList<LabelSketch> Labels { get; init; } = [];

    /// <summary>Conflict sets.</summary>
    public IReadOnlyList<ConflictSketch> Conflicts { get; init; } = [];

    /// <summary>Channels.</summary>
    public IReadOnlyList<ChannelSketch> Channels { get; init; } = [];

    /// <summary>Hosts; default stands for all others.</summary>
    public IReadOnlyList<HostSketch> Hosts { get; init; } = [];

    /// <summary>Fixtures.</summary>
    public IReadOnlyList<FixtureSketch> Fixtures { get; init; } = [];
}

/// <summary>A workload or label.</summary>
/// <param name="Name">Its name.</param>
public sealed record LabelSketch(string Name)
{
    /// <summary>Its types; empty for a workload.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>What it says it inherits from, or null.</summary>
    public string? Inherits { get; init; }

    /// <summary>Lowest and highest secrecy, or null when nothing is said.</summary>
    public (string Low, string High)? Secrecy { get; init; }

    /// <summary>Lowest and highest integrity, or null when nothing is said.</summary>
    public (string Low, string High)? Integrity { get; init; }

    /// <summary>Lowest categories.</summary>
    public IReadOnlyList<string> CategoriesLow { get; init; } = [];

    /// <summary>Highest categories.</summary>
    public IReadOnlyList<string> CategoriesHigh { get; init; } = [];
}

/// <summary>A conflict set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Of">Its members.</param>
/// <param name="Scope">host, rack or zone.</param>
/// <param name="Mode">running or history.</param>
public sealed record ConflictSketch(string Name, IReadOnlyList<string> Of, string Scope, string Mode);

/// <summary>A channel.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">Who may open it.</param>
/// <param name="To">Where it leads.</param>
/// <param name="Kind">vsock, memory or volume.</param>
/// <param name="Port">The vsock port, or 0.</param>
/// <param name="OneWay">True: from 'from' to 'to' only.</param>
public sealed record ChannelSketch(string Name, string From, string To, string Kind, uint Port, bool OneWay);

/// <summary>A host.</summary>
/// <param name="Name">Its name, or default.</param>
/// <param name="Runs">Types that it may run.</param>
/// <param name="Attest">True when it needs a ticket.</param>
/// <param name="Rack">Its rack, or null.</param>
/// <param name="Zone">Its zone, or null.</param>
public sealed record HostSketch(string Name, IReadOnlyList<string> Runs, bool Attest, string? Rack, string? Zone);

/// <summary>A fixture.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">volume, network, device or console.</param>
/// <param name="Label">Its label.</param>
public sealed record FixtureSketch(string Name, string Kind, string Label);
