using System.Collections.Generic;
using System.Linq;
using Cofferdam.Tests.Kit.Policies;

namespace Cofferdam.Tests.Kit.PolicyText;

/// <summary>
/// Damages project files at random, one numbered step after the other, and looks at what the checker makes of each. The same seed and number is the
/// same damage.
/// </summary>
public sealed class ProjectDamageRun
{
    private const int StepsPerText = 200;
    private readonly ulong _seed;
    private readonly string _example;
    private readonly ProjectProbe _probe;
    private readonly List<string> _failures = [];
    private int _number = -1;
    private TextMap _tree = new([]);
    private string _text = "";

    /// <summary>Starts from generated files and from an example.</summary>
    public ProjectDamageRun(ulong seed, string example)
    {
        _seed = seed;
        _example = example;
        _probe = new ProjectProbe(Counts);
    }

    /// <summary>What happened so far.</summary>
    public ProjectDamageCounts Counts { get; } = new();

    /// <summary>What the checker did wrong, with the number of the step.</summary>
    public IReadOnlyList<string> Failures => _failures;

    /// <summary>Takes one step.</summary>
    public void Step(int number) => _failures.AddRange(_probe.Problems(Text(number)).Select(problem => $"seed {_seed}, step {number}: {problem}"));

    /// <summary>The text of a step: half of them are damaged in what they say, the others in how they are written.</summary>
    public string Text(int number)
    {
        var choices = Choices.From(unchecked(_seed + (ulong)number * 0xd1342543de82ef95));
        Prepare(number / StepsPerText);
        return choices.Chance(50) ? YamlStyles.Write(choices, TreeMutator.Damage(choices, _tree)) : TextMutator.Damage(choices, _text);
    }

    private void Prepare(int number)
    {
        if (_number == number)
            return;
        _number = number;
        var choices = Choices.From(unchecked(_seed ^ ((ulong)number * 0x2545f4914f6cdd1d)));
        _tree = RandomExtras.Of(choices, RandomSketches.Make(choices, PolicyScale.Small));
        _text = number % 3 == 0 ? _example : YamlStyles.Write(choices, _tree);
    }
}
