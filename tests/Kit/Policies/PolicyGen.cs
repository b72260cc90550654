using Cofferdam.PolicyImage.Content;
using CsCheck;

namespace Cofferdam.Tests.Kit.Policies;

/// <summary>The generators of this folder, for CsCheck: it makes a tape of choices and shortens it when a case fails.</summary>
public static class PolicyGen
{
    /// <summary>A tape of choices of at most this length.</summary>
    public static Gen<uint[]> Tape(int length) => Gen.UInt.Array[0, length];

    /// <summary>Random policies.</summary>
    public static Gen<PolicyContent> Policies(PolicyScale scale) =>
        Tape(2000).Select(tape => RandomPolicies.Make(Choices.From(tape), scale));
}
