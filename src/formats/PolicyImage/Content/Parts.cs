using System.Collections.Generic;

namespace Cofferdam.PolicyImage.Content;

/// <summary>A workload type.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Parent">The type it inherits its wall position from, or null.</param>
public sealed record TypeContent(string Name, string? Parent = null);

/// <summary>A label: types, levels, and how people see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Types">Names of its types; at least one.</param>
public sealed record LabelContent(string Name, IReadOnlyList<string> Types)
{
    /// <summary>Lowest secrecy: what may leave it.</summary>
    public Secrecy SecrecyLow { get; init; }

    /// <summary>Highest secrecy: what may enter it.</summary>
    public Secrecy SecrecyHigh { get; init; }

    /// <summary>Lowest integrity: what may enter it.</summary>
    public byte IntegrityLow { get; init; }

    /// <summary>Highest integrity: what may leave it.</summary>
    public byte IntegrityHigh { get; init; }

    /// <summary>A short mark that accompanies the colour; may be empty.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Name of the colour; may be empty.</summary>
    public string Color { get; init; } = "";
}

/// <summary>A secrecy: level and set of categories.</summary>
/// <param name="Level">Index into the secrecy levels, 0 the lowest.</param>
/// <param name="Categories">One bit per category.</param>
public readonly record struct Secrecy(byte Level, ulong Categories)
{
    /// <summary>True when this is at least as secret as <paramref name="other"/>: level not lower, categories a superset.</summary>
    public bool Dominates(Secrecy other) => Level >= other.Level && (other.Categories & ~Categories) == 0;
}

/// <summary>A channel between two labels that share no type.</summary>
/// <param name="Name">Its name, for people and for the source map.</param>
/// <param name="From">The label that may open it.</param>
/// <param name="To">The label it leads to.</param>
/// <param name="Kind">vsock, memory or volume.</param>
/// <param name="Port">The vsock port; 0 for the other kinds.</param>
/// <param name="Flows">Where information may flow: Out is from <paramref name="From"/> to <paramref name="To"/>.</param>
/// <param name="Why">The reason given in the policy; may be empty.</param>
public sealed record ChannelContent(string Name, string From, string To, AccessKind Kind, uint Port, Flows Flows, string Why = "");

/// <summary>A conflict set of the Chinese Wall.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Members">Names of its types; at least two.</param>
/// <param name="Scope">Within what its members are kept apart.</param>
/// <param name="Mode">Whether only running machines count, or what they left too.</param>
/// <param name="Why">The reason given in the policy; may be empty.</param>
public sealed record ConflictContent(string Name, IReadOnlyList<string> Members, WallScope Scope, WallMode Mode, string Why = "");

/// <summary>A host and what it may run.</summary>
/// <param name="Name">Its name; empty for the default entry.</param>
/// <param name="Runs">Names of the types that it may run.</param>
public sealed record HostContent(string Name, IReadOnlyList<string> Runs)
{
    /// <summary>The rack it stands in; empty for none.</summary>
    public string Rack { get; init; } = "";

    /// <summary>The zone it stands in; empty for none.</summary>
    public string Zone { get; init; } = "";

    /// <summary>True when a machine starts there only under a valid ticket.</summary>
    public bool AttestationRequired { get; init; }
}

/// <summary>A key that may sign something.</summary>
/// <param name="Role">What it may sign.</param>
/// <param name="Id">SHA-256 of the uncompressed P-256 point.</param>
/// <param name="Label">For specs, the label; otherwise null.</param>
public sealed record KeyContent(KeyRole Role, Digest Id, string? Label = null);

/// <summary>Says that something had another name in the policy that is replaced.</summary>
/// <param name="Kind">Type or label.</param>
/// <param name="Name">Its name now.</param>
/// <param name="OldName">Its name before.</param>
public sealed record RenameContent(KeyKind Kind, string Name, string OldName);

/// <summary>Where a thing stands in its source.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Name">Its name.</param>
/// <param name="File">The file, as the officer named it.</param>
/// <param name="Line">Line, from 1.</param>
public sealed record SourceContent(SourceKind Kind, string Name, string File, uint Line);
