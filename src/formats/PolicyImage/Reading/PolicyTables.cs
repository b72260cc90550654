using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.PolicyImage.Reading;

/// <summary>The sections of an image as arrays.</summary>
internal sealed class PolicyTables
{
    public required TypeEntry[] Types { get; init; }

    public required LabelEntry[] Labels { get; init; }

    public required ushort[] LabelTypes { get; init; }

    public required ChannelEntry[] Channels { get; init; }

    public required ConflictEntry[] Conflicts { get; init; }

    public required ushort[] Members { get; init; }

    public required HostEntry[] Hosts { get; init; }

    public required ulong[] HostTypes { get; init; }

    public required Digest[] Images { get; init; }

    public required KeyEntry[] Keys { get; init; }

    public required RenameEntry[] Renames { get; init; }
}
