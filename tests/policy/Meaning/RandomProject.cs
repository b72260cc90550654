using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.Policy.Checking;
using Cofferdam.PolicyImage;
using Cofferdam.Tests.Kit.Policies;
using Cofferdam.Tests.Kit.PolicyText;

namespace Cofferdam.Tests.Policy.Meaning;

/// <summary>A random policy: in words, as the text of a file, checked and compiled.</summary>
/// <param name="Seed">What it was made from.</param>
/// <param name="Naive">What its words mean.</param>
/// <param name="Text">The file.</param>
/// <param name="Policy">What the checker and compiler made of it.</param>
internal sealed record RandomProject(ulong Seed, NaivePolicy Naive, string Text, CheckedPolicy Policy)
{
    /// <summary>The policy that a seed gives.</summary>
    public static RandomProject Of(ulong seed, PolicyScale? scale = null)
    {
        var choices = Choices.From(seed);
        var sketch = RandomSketches.Make(choices, scale ?? PolicyScale.Small);
        return Of(seed, sketch, choices);
    }

    /// <summary>A policy of given words, written in a style of choices.</summary>
    public static RandomProject Of(ulong seed, PolicySketch sketch, Choices choices)
    {
        var text = YamlStyles.Write(choices, SketchTree.Of(sketch));
        return new RandomProject(seed, new NaivePolicy(sketch), text, Project.Checked(text));
    }

    /// <summary>All pairs of labels.</summary>
    public IEnumerable<(string X, string Y)> Pairs => from x in Naive.Labels from y in Naive.Labels select (x, y);

    /// <summary>A label of the compiled policy.</summary>
    public Label LabelOf(string name) => Label.At(IndexOf(name));

    /// <summary>Index of a label of the compiled policy.</summary>
    public int IndexOf(string name) => Policy.Compiled.FindLabel(StableKey.Of(KeyKind.Label, name));

    /// <summary>A decision as the naive reading puts it.</summary>
    public (bool Allowed, string Rule) Put(Decision decision)
    {
        var item = decision.Item < 0 ? "" : decision.Rule is Rule.Conflicts or Rule.History or Rule.Lease
            ? $".{Policy.Names.Conflict(decision.Item)}"
            : $".{Policy.Names.Channel(decision.Item)}";
        return (decision.IsAllowed, decision.Rule.Id() + item);
    }
}
