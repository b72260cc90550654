using System.Collections.Generic;
using System.Linq;
using System.Security;
using System.Text;

namespace Cofferdam.Tests.Policy.Import;

/// <summary>A Xen policy in numbers, and as XML. The first label of machines is the control domain's.</summary>
internal sealed record AcmDraft
{
    /// <summary>Names of types; null when the policy does not rule sharing.</summary>
    public required IReadOnlyList<string>? Types { get; init; }

    /// <summary>Names of wall types.</summary>
    public required IReadOnlyList<string> WallTypes { get; init; }

    /// <summary>Conflict sets, as numbers of wall types.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Conflicts { get; init; }

    /// <summary>Labels of machines.</summary>
    public required IReadOnlyList<DraftLabel> Machines { get; init; }

    /// <summary>Labels of resources.</summary>
    public required IReadOnlyList<DraftLabel> Resources { get; init; }

    /// <summary>The policy as Xen kept it.</summary>
    public string ToXml()
    {
        var text = new StringBuilder("<SecurityPolicyDefinition xmlns=\"http://www.ibm.com\"><PolicyHeader><PolicyName>draft</PolicyName></PolicyHeader>\n");
        if (Types is not null)
            text.Append("<SimpleTypeEnforcement>").Append(List("SimpleTypeEnforcementTypes", Types)).Append("</SimpleTypeEnforcement>\n");
        if (WallTypes.Count > 0)
        {
            text.Append("<ChineseWall>").Append(List("ChineseWallTypes", WallTypes));
            text.Append("<ConflictSets>").AppendJoin('\n', Conflicts.Select(Conflict)).Append("</ConflictSets></ChineseWall>\n");
        }
        text.Append("<SecurityLabelTemplate><SubjectLabels bootstrap=\"").Append(SecurityElement.Escape(Machines[0].Name)).Append("\">\n");
        text.AppendJoin('\n', Machines.Select(label => Label("VirtualMachineLabel", label))).Append("</SubjectLabels>\n<ObjectLabels>");
        text.AppendJoin('\n', Resources.Select(label => Label("ResourceLabel", label)));
        return text.Append("</ObjectLabels></SecurityLabelTemplate></SecurityPolicyDefinition>").ToString();
    }

    /// <inheritdoc/>
    public override string ToString() => ToXml();

    private string Conflict(IReadOnlyList<int> members, int number) =>
        $"<Conflict name=\"set {number}\">{string.Concat(members.Select(member => Element("Type", WallTypes[member])))}</Conflict>";

    private string Label(string element, DraftLabel label)
    {
        var types = label.Types.Count == 0 ? "" : List("SimpleTypeEnforcementTypes", label.Types.Select(type => Types![type]));
        var wallTypes = label.WallTypes.Count == 0 ? "" : List("ChineseWallTypes", label.WallTypes.Select(type => WallTypes[type]));
        return $"<{element}>{Element("Name", label.Name)}{types}{wallTypes}</{element}>";
    }

    private static string List(string element, IEnumerable<string> types) =>
        $"<{element}>{string.Concat(types.Select(type => Element("Type", type)))}</{element}>";

    private static string Element(string name, string text) => $"<{name}>{SecurityElement.Escape(text)}</{name}>";
}
