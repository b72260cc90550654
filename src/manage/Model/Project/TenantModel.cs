using System.Collections.Generic;

namespace Cofferdam.Model.Project;

/// <summary>A tenant's part of a project.</summary>
/// <param name="Name">The tenant's name.</param>
/// <param name="Owners">Who administers it: user:NAME or group:NAME.</param>
public sealed record TenantModel(Word Name, IReadOnlyList<Word> Owners)
{
    /// <summary>Volumes.</summary>
    public IReadOnlyList<OwnedModel> Disks { get; init; } = [];

    /// <summary>Networks.</summary>
    public IReadOnlyList<OwnedModel> Networks { get; init; } = [];

    /// <summary>Machines.</summary>
    public IReadOnlyList<MachineModel> Machines { get; init; } = [];
}

/// <summary>A volume or network of a tenant.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">Its label.</param>
public sealed record OwnedModel(Word Name, Word Label);

/// <summary>A machine of a tenant.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Label">Its label.</param>
/// <param name="Image">Its image.</param>
/// <param name="Disks">Volumes of the tenant.</param>
/// <param name="Networks">Networks of the tenant.</param>
/// <param name="Channels">Channels of the policy.</param>
public sealed record MachineModel(
    Word Name, Word Label, Word Image, IReadOnlyList<Word> Disks, IReadOnlyList<Word> Networks, IReadOnlyList<Word> Channels);
