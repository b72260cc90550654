using System.Collections.Generic;
using System.Linq;
using Cofferdam.Monitor.Operations;
using Cofferdam.Tests.Kit.Oracle;

namespace Cofferdam.Tests.Kit.Lockstep;

/// <summary>How often each operation was answered by each rule: shows what a run reached, and what it did not.</summary>
public sealed class Tally
{
    private readonly SortedDictionary<OperationKind, SortedDictionary<string, long>> _counts = [];

    /// <summary>Answers counted.</summary>
    public long Total => _counts.Values.Sum(rules => rules.Values.Sum());

    /// <summary>Rules that decided anything.</summary>
    public IReadOnlySet<string> Rules => _counts.Values.SelectMany(rules => rules.Keys).ToHashSet();

    /// <summary>Counts an answer.</summary>
    public void Add(OperationKind operation, Answer answer) => Add(operation, answer.Rule, 1);

    /// <summary>Counts what another one counted.</summary>
    public void Add(Tally other)
    {
        foreach (var (operation, rules) in other._counts)
        {
            foreach (var (rule, count) in rules)
                Add(operation, rule, count);
        }
    }

    /// <summary>A line for each operation.</summary>
    public IEnumerable<string> Lines() =>
        _counts.Select(pair => $"  {pair.Key,-16} {string.Join(", ", pair.Value.Select(rule => $"{rule.Key} {rule.Value}"))}");

    private void Add(OperationKind operation, string rule, long count)
    {
        if (!_counts.TryGetValue(operation, out var rules))
            _counts[operation] = rules = new SortedDictionary<string, long>(System.StringComparer.Ordinal);
        rules[rule] = rules.GetValueOrDefault(rule) + count;
    }
}
