using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Diagnostics;
using Cofferdam.Model.Project;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Checking;

/// <summary>Checks the limits of the compiled policy. The place is that of the first thing that is too many.</summary>
internal static class LimitChecker
{
    /// <summary>True when all limits are kept.</summary>
    public static bool Check(PolicyModel policy, DiagnosticBag diagnostics)
    {
        var kept = true;
        void Limit(IEnumerable<Word> words, int most, string what) => kept &= Check(words, most, what, diagnostics);
        Limit(policy.Workloads.Select(label => label.Name), Limits.Types, "workloads");
        Limit(policy.Workloads.Concat(policy.Labels).Select(label => label.Name), Limits.Labels, "workloads and labels");
        Limit(policy.Labels.SelectMany(label => label.Types).Concat(policy.Workloads.Select(label => label.Name)), Limits.LabelTypes, "types of all labels");
        Limit(policy.Conflicts.Select(conflict => conflict.Name), Limits.Conflicts, "conflict sets");
        Limit(policy.Conflicts.SelectMany(conflict => conflict.Of), Limits.Members, "members of all conflict sets");
        Limit(policy.Channels.Select(channel => channel.Name), Limits.Channels, "channels");
        Limit(policy.Hosts.Select(host => host.Name), Limits.Hosts, "hosts");
        Limit(policy.Images.Select(image => image.Name), Limits.Images, "images");
        Limit(policy.Keys.Select(key => key.Id), Limits.Keys, "keys");
        Limit(policy.SecrecyLevels, Limits.Levels, "levels of secrecy");
        Limit(policy.IntegrityLevels, Limits.Levels, "levels of integrity");
        Limit(policy.Categories, Limits.Categories, "categories");
        foreach (var label in policy.Labels)
            Limit(label.Types, Limits.TypesPerLabel, $"types in label {label.Name}");
        foreach (var conflict in policy.Conflicts)
            Limit(conflict.Of, Limits.MembersPerConflict, $"members in conflicts.{conflict.Name}");
        return kept;
    }

    private static bool Check(IEnumerable<Word> words, int most, string what, DiagnosticBag diagnostics)
    {
        var list = words as IReadOnlyList<Word> ?? [.. words];
        if (list.Count <= most)
            return true;
        diagnostics.Add(DiagnosticCode.Limit, list[most].At, $"there are {list.Count} {what}; at most {most} are possible", DiagnosticCode.Limit.Help());
        return false;
    }
}
