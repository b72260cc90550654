using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Cofferdam.Bench.Harness;
using Cofferdam.Monitor.Decisions;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Bench.Decisions;

/// <summary>
/// The same pairs, asked in different ways: the same loop over the same labels, which adds up what it finds. A batch is the next part of
/// the pairs, round and round. Kind, port and directions stand in the code, as they do where the monitor opens a connection.
/// </summary>
/// <param name="policy">The policy.</param>
internal sealed class PairContenders(CompiledPolicy policy)
{
    /// <summary>Pairs in a batch.</summary>
    public const int Batch = 1 << 12;

    private readonly uint[] _table = policy.Access.ToArray();
    private readonly FrozenDictionary<(int, int), uint> _words = Words(policy).ToFrozenDictionary();

    /// <summary>Reads the word of the pair from an array, with the bounds check of the language, and decides nothing.</summary>
    public Contender ArrayRead(Pairs pairs) => Make("array read", pairs, ReadArray);

    /// <summary>Decides.</summary>
    public Contender Decide(Pairs pairs) => Make("decision", pairs, DecideAll);

    /// <summary>Decides through a call that cannot be inlined and that returns the whole decision.</summary>
    public Contender Call(Pairs pairs) => Make("decision by call", pairs, CallAll);

    /// <summary>Looks the word of the pair up in a frozen dictionary of all pairs, and decides nothing.</summary>
    public Contender Frozen(Pairs pairs) => Make("FrozenDictionary", pairs, LookUp);

    private static Contender Make(string name, Pairs pairs, Func<Label[], Label[], long> walk)
    {
        var parts = pairs.Subjects.Chunk(Batch).Zip(pairs.Others.Chunk(Batch)).ToArray();
        var next = 0;
        return new Contender(name, Batch, () =>
        {
            var (subjects, others) = parts[next];
            next = (next + 1) % parts.Length;
            return walk(subjects, others);
        });
    }

    private static Dictionary<(int, int), uint> Words(CompiledPolicy policy)
    {
        var table = policy.Access;
        var words = new Dictionary<(int, int), uint>(table.Length);
        for (var i = 0; i < table.Length; i++)
            words.Add((i / policy.LabelCount, i % policy.LabelCount), table[i]);
        return words;
    }

    private long ReadArray(Label[] subjects, Label[] others)
    {
        var (table, count) = (_table, (uint)policy.LabelCount);
        long sum = 0;
        for (var i = 0; i < subjects.Length; i++)
            sum = unchecked(sum + table[(uint)subjects[i].Index * count + (uint)others[i].Index]);
        return sum;
    }

    private long DecideAll(Label[] subjects, Label[] others)
    {
        var asked = policy;
        long sum = 0;
        for (var i = 0; i < subjects.Length; i++)
        {
            var decision = Reach.Decide(asked, subjects[i], others[i], AccessKind.Vsock, RealisticPolicy.ServicePort, Flows.Both);
            sum = unchecked(sum + (decision.IsAllowed ? 1 : 0));
        }
        return sum;
    }

    private long CallAll(Label[] subjects, Label[] others)
    {
        var asked = policy;
        long sum = 0;
        for (var i = 0; i < subjects.Length; i++)
            sum = unchecked(sum + (Call(asked, subjects[i], others[i]).IsAllowed ? 1 : 0));
        return sum;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Decision Call(CompiledPolicy policy, Label subject, Label other) =>
        Reach.Decide(policy, subject, other, AccessKind.Vsock, RealisticPolicy.ServicePort, Flows.Both);

    private long LookUp(Label[] subjects, Label[] others)
    {
        var words = _words;
        long sum = 0;
        for (var i = 0; i < subjects.Length; i++)
            sum = unchecked(sum + words[(subjects[i].Index, others[i].Index)]);
        return sum;
    }
}
