using System.IO;
using Cofferdam.PolicyImage.Content;

namespace Cofferdam.PolicyImage.Writing;

/// <summary>
/// Refuses content that is too large before anything is made of it: the access table of a hundred thousand labels would fit no memory. What
/// takes no count to see, the reader refuses.
/// </summary>
internal static class ContentLimits
{
    public static void Check(PolicyContent content)
    {
        Hold(content.Types.Count, Limits.Types, "types");
        Hold(content.Labels.Count, Limits.Labels, "labels");
        Hold(content.SecrecyLevels.Count, Limits.Levels, "secrecy levels");
        Hold(content.IntegrityLevels.Count, Limits.Levels, "integrity levels");
        Hold(content.Categories.Count, Limits.Categories, "categories");
        Hold(content.Channels.Count, Limits.Channels, "channels");
        Hold(content.Conflicts.Count, Limits.Conflicts, "conflict sets");
        Hold(content.Hosts.Count, Limits.Hosts, "hosts");
        Hold(content.Images.Count, Limits.Images, "images");
        Hold(content.Keys.Count, Limits.Keys, "keys");
        Hold(content.Renames.Count, Limits.Renames, "renames");
        Hold(content.Sources.Count, Limits.Sources, "entries of the source map");
        foreach (var label in content.Labels)
            Hold(label.Types.Count, Limits.TypesPerLabel, $"types of label '{label.Name}'");
        foreach (var conflict in content.Conflicts)
            Hold(conflict.Members.Count, Limits.MembersPerConflict, $"members of conflict set '{conflict.Name}'");
    }

    private static void Hold(int count, int most, string what)
    {
        if (count > most)
            throw new InvalidDataException($"{count} {what}; at most {most} are allowed");
    }
}
