using System;
using Cofferdam.Monitor.Entities;
using Cofferdam.PolicyImage;

namespace Cofferdam.Monitor.Decisions;

/// <summary>The Chinese Wall: may these types be present beside what is (docs/SEMANTICS.md section 2, presence). Allocates nothing.</summary>
internal static class Wall
{
    /// <summary>Asks all conflict sets.</summary>
    public static Decision Decide(State state, Label label) => Decide(state, label, state.TypesOf(label), historyOnly: false);

    /// <summary>Asks the sets with a history only: for what is not a live domain.</summary>
    public static Decision DecideHistory(State state, Label label) => DecideHistory(state, label, state.TypesOf(label));

    /// <summary>The same about data of these types, which come from something with this label.</summary>
    public static Decision DecideHistory(State state, Label label, ReadOnlySpan<ushort> types) => Decide(state, label, types, historyOnly: true);

    /// <summary>Index of the first set with a history in which the types that are present conflict with each other, or -1.</summary>
    public static int FirstBroken(CompiledPolicy policy, Presence presence)
    {
        for (var seat = 0; seat < policy.Members.Length; seat++)
        {
            var conflict = policy.ConflictOf(seat);
            if (policy.Conflicts[conflict].Mode == WallMode.History && presence.IsTaken(seat) && HasRival(policy, presence, seat))
                return conflict;
        }
        return -1;
    }

    /// <summary>True when two types have positions in a set that conflict.</summary>
    public static bool Conflict(CompiledPolicy policy, int conflict, int type, int other)
    {
        var (seat, otherSeat) = (SeatIn(policy, conflict, type), SeatIn(policy, conflict, other));
        return seat >= 0 && otherSeat >= 0 && !policy.AreKin(policy.Members[seat], policy.Members[otherSeat]);
    }

    private static int SeatIn(CompiledPolicy policy, int conflict, int type)
    {
        foreach (var seat in policy.SeatsOf(type))
        {
            if (policy.ConflictOf(seat) == conflict)
                return seat;
        }
        return -1;
    }

    private static Decision Decide(State state, Label label, ReadOnlySpan<ushort> types, bool historyOnly)
    {
        var policy = state.Policy!;
        var first = int.MaxValue;
        foreach (var type in types)
            first = Math.Min(first, FirstRefusing(policy, state.Presence, type, historyOnly));
        if (first == int.MaxValue)
            return Decision.Unconditional;
        return Decision.Of(policy.Conflicts[first].Mode == WallMode.History ? Rule.History : Rule.Conflicts, label, item: first);
    }

    private static int FirstRefusing(CompiledPolicy policy, Presence presence, int type, bool historyOnly)
    {
        foreach (var seat in policy.SeatsOf(type))
        {
            var conflict = policy.ConflictOf(seat);
            if ((!historyOnly || policy.Conflicts[conflict].Mode == WallMode.History) && HasRival(policy, presence, seat))
                return conflict;
        }
        return int.MaxValue;
    }

    /// <summary>True when a seat of the same set is taken by a type that is not kin.</summary>
    private static bool HasRival(CompiledPolicy policy, Presence presence, int seat)
    {
        ref readonly var conflict = ref policy.Conflicts[policy.ConflictOf(seat)];
        for (var other = conflict.FirstMember; other < conflict.FirstMember + conflict.MemberCount; other++)
        {
            if (presence.IsTaken(other) && !policy.AreKin(policy.Members[seat], policy.Members[other]))
                return true;
        }
        return false;
    }
}
