using System.Collections.Generic;
using System.Linq;
using Cofferdam.Model.Project;

namespace Cofferdam.Policy.Import;

/// <summary>Takes the policy out of the elements. What does not fit was reported before and counts as left out here.</summary>
internal sealed class AcmPolicyReader
{
    private readonly AcmReport _report;

    public AcmPolicyReader(AcmReport report) => _report = report;

    public AcmPolicy Read(AcmElement root)
    {
        var header = root["PolicyHeader"];
        var sharing = root["SimpleTypeEnforcement"];
        var wall = root["ChineseWall"];
        var labels = root["SecurityLabelTemplate"];
        var subjects = labels?["SubjectLabels"];
        NotePriority(sharing);
        NotePriority(wall);
        return new AcmPolicy(root.At, header?["PolicyName"]?.Word ?? new Word("", header?.At ?? root.At))
        {
            Version = header?["Version"]?.Word,
            From = header?["FromPolicy"] is { } from ? ReadPredecessor(from) : null,
            Header = header is null ? [] : [.. ReadHeader(header)],
            RulesSharing = sharing is not null,
            Types = ReadTypes(sharing?["SimpleTypeEnforcementTypes"]),
            WallTypes = ReadTypes(wall?["ChineseWallTypes"]),
            Conflicts = [.. Parts(wall?["ConflictSets"], "Conflict").Select(ReadConflict)],
            Bootstrap = subjects?.Attribute("bootstrap") ?? new Word("", (subjects ?? labels ?? root).At),
            Machines = [.. Parts(subjects, "VirtualMachineLabel").Select(ReadLabel)],
            Resources = [.. Parts(labels?["ObjectLabels"], "ResourceLabel").Select(ReadLabel)],
        };
    }

    private static AcmPredecessor ReadPredecessor(AcmElement from) =>
        new(from["PolicyName"]?.Word ?? new Word("", from.At), from["Version"]?.Word ?? new Word("", from.At));

    private static IEnumerable<(string, Word)> ReadHeader(AcmElement header)
    {
        foreach (var element in (string[])["PolicyUrl", "Reference", "Date", "NameSpaceUrl"])
        {
            if (header[element]?.Word is { Text.Length: > 0 } text)
                yield return (element, text);
        }
    }

    private void NotePriority(AcmElement? rules)
    {
        if ((rules?.Attribute("priority") ?? rules?.Attribute("order")) is { } priority)
            _report.Note(priority.At, $"the priority of <{rules!.Name}> is left out: it says which rules Xen asked first, which decides nothing");
    }

    private AcmConflict ReadConflict(AcmElement conflict) => new(conflict.Attribute("name") ?? new Word("", conflict.At), ReadTypes(conflict));

    private AcmLabel ReadLabel(AcmElement label)
    {
        var name = label["Name"];
        var former = name?.Attribute("from") is { Text.Length: > 0 } from ? from : (Word?)null;
        return new AcmLabel(
            name?.Word ?? new Word("", label.At), former, ReadTypes(label["SimpleTypeEnforcementTypes"]), ReadTypes(label["ChineseWallTypes"]));
    }

    /// <summary>Xen's own default policy has empty types, which its tools pass over.</summary>
    private List<Word> ReadTypes(AcmElement? list)
    {
        var types = new List<Word>();
        foreach (var type in Parts(list, "Type"))
        {
            if (type.Text.Length > 0)
                types.Add(type.Word);
            else
                _report.Note(type.At, "an empty <Type> is passed over, as Xen did");
        }
        return types;
    }

    private static IEnumerable<AcmElement> Parts(AcmElement? element, string name) =>
        element is null ? [] : element.Children.Where(child => child.Name == name);
}
