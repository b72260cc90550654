using System.Collections.Immutable;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Entities;

/// <summary>A virtual machine as the monitor knows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">Its label.</param>
/// <param name="SpecKey">Id of the key that signed its spec.</param>
/// <param name="Images">Digests of the images, kernels and firmware that it reads.</param>
public sealed record Domain(DomainId Id, Label Label, Digest SpecKey, ImmutableArray<Digest> Images)
{
    /// <summary>Where it is in its life.</summary>
    public Phase Phase { get; init; }

    /// <summary>True when <see cref="SavedLabel"/> says something: its memory is saved, or it is being resumed from there.</summary>
    public bool HasSavedState { get; init; }

    /// <summary>The label under which its memory was saved.</summary>
    public Label SavedLabel { get; init; }

    /// <summary>What is attached to it, in order of resource id.</summary>
    public ImmutableArray<Attachment> Attachments { get; init; } = [];

    /// <summary>The TPM that is bound to it, if it has one.</summary>
    public ResourceId? Vtpm { get; init; }

    /// <summary>How outstanding permits hold it.</summary>
    public Hold Hold { get; init; }

    /// <summary>The how-manieth start on this host was its last; orders the replay of an update.</summary>
    public ulong StartOrder { get; init; }

    /// <summary>True while it counts as present: starting, running or paused.</summary>
    public bool IsLive => Phase is Phase.Starting or Phase.Running or Phase.Paused;

    /// <summary>True when its permits let it be changed and it runs or is paused.</summary>
    internal bool IsUp => Phase is Phase.Running or Phase.Paused;

    /// <summary>The attachment of a resource; false when it is not attached.</summary>
    internal bool TryAttachment(ResourceId resource, out Attachment attachment)
    {
        foreach (var candidate in Attachments)
        {
            if (candidate.Resource == resource)
            {
                attachment = candidate;
                return true;
            }
        }
        attachment = default;
        return false;
    }
}
