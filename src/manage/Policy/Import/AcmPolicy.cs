using System.Collections.Generic;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;

namespace Cofferdam.Policy.Import;

/// <summary>What a Xen policy says, each thing with its place. Names are not resolved here.</summary>
/// <param name="At">Its place.</param>
/// <param name="Name">Its name.</param>
internal sealed record AcmPolicy(Position At, Word Name)
{
    /// <summary>Its version, when it has one.</summary>
    public Word? Version { get; init; }

    /// <summary>The policy that it replaces, or null.</summary>
    public AcmPredecessor? From { get; init; }

    /// <summary>What else the header says: element and text.</summary>
    public IReadOnlyList<(string Element, Word Text)> Header { get; init; } = [];

    /// <summary>True when it rules what may be shared; without that, Xen lets all machines share.</summary>
    public bool RulesSharing { get; init; }

    /// <summary>Types that labels share by.</summary>
    public IReadOnlyList<Word> Types { get; init; } = [];

    /// <summary>Types of the Chinese Wall, a name space of their own.</summary>
    public IReadOnlyList<Word> WallTypes { get; init; } = [];

    /// <summary>Conflict sets.</summary>
    public IReadOnlyList<AcmConflict> Conflicts { get; init; } = [];

    /// <summary>The label of the control domain.</summary>
    public Word Bootstrap { get; init; }

    /// <summary>Labels of machines.</summary>
    public IReadOnlyList<AcmLabel> Machines { get; init; } = [];

    /// <summary>Labels of resources, a name space of their own.</summary>
    public IReadOnlyList<AcmLabel> Resources { get; init; } = [];
}
