using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Yaml;
using Cofferdam.Policy.Checking;

namespace Cofferdam.Policy.Drawing.Subject;

/// <summary>What the pictures are of: a policy with everything in the order in which it is drawn, and all text safe to show.</summary>
internal sealed class DrawnPolicy
{
    private DrawnPolicy(CheckedPolicy policy)
    {
        Policy = policy;
        Name = Printable.Of(policy.Content.Name);
        Serial = policy.Content.Serial;
        Faces = Subject.Faces.Of(policy);
        Walls = Walls.Of(policy, Faces);
        var places = new int[Faces.Count];
        foreach (var face in Faces)
            places[face.Label] = face.Index;
        PlaceOf = places;
        Channels = ChannelsOf(policy, Faces);
    }

    public CheckedPolicy Policy { get; }

    public string Name { get; }

    public ulong Serial { get; }

    /// <summary>The labels.</summary>
    public IReadOnlyList<Face> Faces { get; }

    /// <summary>For each label of the compiled policy, the index of its face.</summary>
    public IReadOnlyList<int> PlaceOf { get; }

    public Walls Walls { get; }

    public IReadOnlyList<DrawnChannel> Channels { get; }

    /// <summary>Name and serial.</summary>
    public string Title => $"{Name}, serial {Serial}";

    public static DrawnPolicy Of(CheckedPolicy policy) => new(policy);

    private static IReadOnlyList<DrawnChannel> ChannelsOf(CheckedPolicy policy, IReadOnlyList<Face> faces)
    {
        var byLabel = faces.ToDictionary(face => policy.Names.Label(face.Label));
        return [.. policy.Content.Channels.Select(channel => new DrawnChannel(
            Printable.Of(channel.Name),
            byLabel[channel.From],
            byLabel[channel.To],
            channel.Kind,
            channel.Port,
            channel.Flows,
            Printable.Of(channel.Why)))];
    }
}
