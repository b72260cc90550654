using System.Collections.Frozen;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Cofferdam.Bench.Harness;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Bench.Decisions;

/// <summary>
/// The same pairs, asked in different ways. Each is the same loop over the same arrays and adds up what it finds; none is helped by what
/// the compiler could know of a constant question.
/// </summary>
/// <param name="policy">The policy.</param>
internal sealed class PairContenders(CompiledPolicy policy)
{
    private readonly uint[] _table = policy.Access.ToArray();
    private readonly FrozenDictionary<(int, int), uint> _words = Words(policy).ToFrozenDictionary();

    /// <summary>Reads the word of the pair from an array, with the bounds check of the language, and decides nothing.</summary>
    public Contender ArrayRead(Pairs pairs) =>
        new("array read", pairs.Count, () => ReadArray(_table, (uint)policy.LabelCount, pairs.Subjects, pairs.Others));

    /// <summary>Decides.</summary>
    public Contender Decide(Pairs pairs) =>
        new("decision", pairs.Count, () => DecideAll(policy, pairs.Subjects, pairs.Others));

    /// <summary>Decides through a call that cannot be inlined and that returns the whole decision.</summary>
    public Contender Call(Pairs pairs) =>
        new("decision by call", pairs.Count, () => CallAll(policy, pairs.Subjects, pairs.Others));

    /// <summary>Looks the word of the pair up in a frozen dictionary of all pairs, and decides nothing.</summary>
    public Contender Frozen(Pairs pairs) => new("FrozenDictionary", pairs.Count, () => LookUp(_words, pairs.Subjects, pairs.Others));

    private static Dictionary<(int, int), uint> Words(CompiledPolicy policy)
    {
        var table = policy.Access;
        var words = new Dictionary<(int, int), uint>(table.Length);
        for (var i = 0; i < table.Length; i++)
            words.Add((i / policy.LabelCount, i % policy.LabelCount), table[i]);
        return words;
    }

    private static long ReadArray(uint[] table, uint count, Label[] subjects, Label[] others)
    {
        long sum = 0;
        for (var i = 0; i < subjects.Length; i++)
            sum = unchecked(sum + table[(int)((uint)subjects[i].Index * count + (uint)others[i].Index)]);
        return sum;
    }

    private static long DecideAll(CompiledPolicy policy, Label[] subjects, Label[] others)
    {
        long sum = 0;
        for (var i = 0; i < subjects.Length; i++)
        {
            var decision = Reach.Decide(policy, subjects[i], others[i], AccessKind.Vsock, RealisticPolicy.ServicePort, Flows.Both);
            sum = unchecked(sum + (decision.IsAllowed ? 1 : 0));
        }
        return sum;
    }

    private static long CallAll(CompiledPolicy policy, Label[] subjects, Label[] others)
    {
        long sum = 0;
        for (var i = 0; i < subjects.Length; i++)
            sum = unchecked(sum + (CallOne(policy, subjects[i], others[i]).IsAllowed ? 1 : 0));
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Decision CallOne(CompiledPolicy policy, Label subject, Label other) =>
        Reach.Decide(policy, subject, other, AccessKind.Vsock, RealisticPolicy.ServicePort, Flows.Both);

    private static long LookUp(FrozenDictionary<(int, int), uint> words, Label[] subjects, Label[] others)
    {
        long sum = 0;
        for (var i = 0; i < subjects.Length; i++)
            sum = unchecked(sum + words[(subjects[i].Index, others[i].Index)]);
        return sum;
    }
}
