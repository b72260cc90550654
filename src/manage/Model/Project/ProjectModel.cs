using System.Collections.Generic;
using Cofferdam.Model.Diagnostics;

namespace Cofferdam.Model.Project;

/// <summary>A project file as a model: what it says, each thing with its place. Names are not resolved here.</summary>
/// <param name="Policy">The policy officer's part.</param>
/// <param name="Tenants">The tenants' parts.</param>
public sealed record ProjectModel(PolicyModel Policy, IReadOnlyList<TenantModel> Tenants);

/// <summary>The policy officer's part of a project.</summary>
/// <param name="At">Its place.</param>
/// <param name="Name">Its name.</param>
public sealed record PolicyModel(Position At, Word Name)
{
    /// <summary>Serial number.</summary>
    public ulong Serial { get; init; } = 1;

    /// <summary>The policy that this one replaces, or null.</summary>
    public PredecessorModel? From { get; init; }

    /// <summary>True: unlabelled objects are quarantined.</summary>
    public bool Quarantine { get; init; }

    /// <summary>Secrecy levels, lowest first.</summary>
    public IReadOnlyList<Word> SecrecyLevels { get; init; } = [];

    /// <summary>Integrity levels, lowest first.</summary>
    public IReadOnlyList<Word> IntegrityLevels { get; init; } = [];

    /// <summary>Categories.</summary>
    public IReadOnlyList<Word> Categories { get; init; } = [];

    /// <summary>Workloads: types, each also a label.</summary>
    public IReadOnlyList<LabelModel> Workloads { get; init; } = [];

    /// <summary>Further labels.</summary>
    public IReadOnlyList<LabelModel> Labels { get; init; } = [];

    /// <summary>Conflict sets.</summary>
    public IReadOnlyList<ConflictModel> Conflicts { get; init; } = [];

    /// <summary>Channels.</summary>
    public IReadOnlyList<ChannelModel> Channels { get; init; } = [];

    /// <summary>Hosts.</summary>
    public IReadOnlyList<HostModel> Hosts { get; init; } = [];

    /// <summary>Listed images: name and digest.</summary>
    public IReadOnlyList<(Word Name, Word Digest)> Images { get; init; } = [];

    /// <summary>Keys.</summary>
    public IReadOnlyList<KeyModel> Keys { get; init; } = [];

    /// <summary>Fixtures of the tests.</summary>
    public IReadOnlyList<FixtureModel> Fixtures { get; init; } = [];

    /// <summary>Tests.</summary>
    public IReadOnlyList<TestModel> Tests { get; init; } = [];
}

/// <summary>The policy that another one replaces.</summary>
/// <param name="At">Its place.</param>
/// <param name="Serial">Its serial number.</param>
/// <param name="Digest">Its digest, sha256:...</param>
public sealed record PredecessorModel(Position At, ulong Serial, Word Digest);

/// <summary>A workload or a label.</summary>
/// <param name="Name">Its name.</param>
public sealed record LabelModel(Word Name)
{
    /// <summary>Its types; empty for a workload, whose type is itself.</summary>
    public IReadOnlyList<Word> Types { get; init; } = [];

    /// <summary>The type it inherits from, when it is said.</summary>
    public Word? Inherits { get; init; }

    /// <summary>Mark; empty for none.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Colour; empty for none.</summary>
    public string Color { get; init; } = "";

    /// <summary>Secrecy as written.</summary>
    public Word? Secrecy { get; init; }

    /// <summary>Integrity as written.</summary>
    public Word? Integrity { get; init; }

    /// <summary>Lowest categories.</summary>
    public IReadOnlyList<Word> CategoriesLow { get; init; } = [];

    /// <summary>Highest categories.</summary>
    public IReadOnlyList<Word> CategoriesHigh { get; init; } = [];

    /// <summary>Its former name.</summary>
    public Word? From { get; init; }
}

/// <summary>A conflict set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Of">Its members.</param>
/// <param name="Scope">host, rack or zone.</param>
/// <param name="Mode">running or history.</param>
/// <param name="Why">The reason.</param>
public sealed record ConflictModel(Word Name, IReadOnlyList<Word> Of, string Scope, string Mode, string Why);

/// <summary>A channel.</summary>
/// <param name="Name">Its name.</param>
/// <param name="From">The label that may open it.</param>
/// <param name="To">The label that it leads to.</param>
/// <param name="Kind">memory, volume, network or vsock.</param>
/// <param name="Port">The vsock port, or 0.</param>
/// <param name="Direction">both or one-way, with its place; null when not said.</param>
/// <param name="Why">The reason.</param>
public sealed record ChannelModel(Word Name, Word From, Word To, Word Kind, uint Port, Word? Direction, string Why);

/// <summary>A host.</summary>
/// <param name="Name">Its name; default for all others.</param>
/// <param name="Runs">Types that it may run.</param>
/// <param name="AttestationRequired">True when machines start only under a ticket.</param>
/// <param name="Rack">Its rack; empty for none.</param>
/// <param name="Zone">Its zone; empty for none.</param>
public sealed record HostModel(Word Name, IReadOnlyList<Word> Runs, bool AttestationRequired, string Rack, string Zone);

/// <summary>A key and what it may sign.</summary>
/// <param name="Role">officers, verifiers, placers or specs.</param>
/// <param name="Id">Its id, sha256:...</param>
/// <param name="Label">For specs, the label.</param>
public sealed record KeyModel(string Role, Word Id, Word? Label);

/// <summary>A resource that tests speak of.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">volume, network, device or console.</param>
/// <param name="Label">Its label.</param>
public sealed record FixtureModel(Word Name, string Kind, Word Label);

/// <summary>A test of the policy.</summary>
/// <param name="At">Its place.</param>
/// <param name="Expected">True when the statement must be allowed.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Given">What is so before.</param>
/// <param name="Rule">The rule that must decide, or null.</param>
public sealed record TestModel(Position At, bool Expected, Word Statement, IReadOnlyList<Word> Given, Word? Rule);
