using System;
using System.Linq;
using Cofferdam.Policy.Drawing.Plain;
using Cofferdam.Policy.Drawing.Subject;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>The map as text: its channels as arrows, who shares, who is kept apart, who is alone.</summary>
internal static class GraphText
{
    public static string Of(DrawnPolicy policy, int width)
    {
        var model = GraphModel.Of(policy);
        var page = new PlainPage(policy, width, "What joins labels, and what keeps them apart.");
        Labels(page, model);
        PlainLists.Channels(page, policy, model.Groups);
        Rails(page, model);
        PlainLists.Walls(page, policy);
        Alone(page, model);
        PlainLists.Groups(page, model.Groups);
        return page.ToString();
    }

    /// <summary>Labels that have something to be said besides their name.</summary>
    private static void Labels(PlainPage page, GraphModel model)
    {
        var labels = model.Groups.Where(group => group.First.Levels.Length > 0).ToList();
        if (labels.Count == 0)
            return;
        page.Line("Levels");
        var width = Math.Min(page.Width / 2, labels.Max(group => Columns.Of(Name(group))));
        foreach (var group in labels)
            page.Line($"  {Columns.Name(Name(group), width)}  {group.First.Levels}{(group.First.IsGuard ? "  (a guard)" : "")}");
    }

    private static void Rails(PlainPage page, GraphModel model)
    {
        if (model.Rails.Count == 0)
            return;
        page.Heading("Sharing (═ both ways; ─▶ only that way)");
        foreach (var rail in model.Rails)
            page.Wrapped($"  {rail.Type}  ", Members(model, rail), 6);
        if (model.HiddenRails > 0)
            page.Line($"  and {model.HiddenRails} more");
    }

    private static void Alone(PlainPage page, GraphModel model)
    {
        if (model.Alone.Count == 0)
            return;
        page.Heading("Alone (no sharing, no channel, no conflict set)");
        page.Wrapped("  ", string.Join(", ", model.Alone.Select(Name)), 2);
    }

    /// <summary>All that share with all; or one, and the other that it only gives to.</summary>
    private static string Members(GraphModel model, GraphRail rail)
    {
        var names = rail.Members.OrderBy(member => member.Flows == Flows.In).Select(member => Name(model.Nodes[member.Node].Group));
        return string.Join(rail.Members[0].Flows == Flows.Both ? " ═ " : " ─▶ ", names);
    }

    private static string Name(FaceGroup group) => PlainGrid.Label(group.First) + (group.More > 0 ? $" +{group.More}" : "");
}
