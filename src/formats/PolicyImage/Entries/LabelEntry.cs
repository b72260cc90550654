using Cofferdam.PolicyImage.Content;

namespace Cofferdam.PolicyImage.Entries;

/// <summary>A label.</summary>
/// <param name="Key">Its stable key.</param>
/// <param name="FirstType">Where its types begin among the types of all labels.</param>
/// <param name="TypeCount">How many they are.</param>
/// <param name="Levels">Its secrecy and integrity.</param>
public readonly record struct LabelEntry(StableKey Key, int FirstType, int TypeCount, LabelLevels Levels);

/// <summary>Secrecy and integrity of a label, each a range.</summary>
/// <param name="SecrecyLow">What may leave it.</param>
/// <param name="SecrecyHigh">What may enter it.</param>
/// <param name="IntegrityLow">What may enter it.</param>
/// <param name="IntegrityHigh">What may leave it.</param>
public readonly record struct LabelLevels(Secrecy SecrecyLow, Secrecy SecrecyHigh, byte IntegrityLow, byte IntegrityHigh)
{
    /// <summary>True when low and high differ somewhere.</summary>
    public bool IsRange => SecrecyLow != SecrecyHigh || IntegrityLow != IntegrityHigh;

    /// <summary>First half of the flow rule: <paramref name="target"/> may be told what is as secret as this.</summary>
    public bool SecrecyAllows(LabelLevels target) => target.SecrecyHigh.Dominates(SecrecyLow);

    /// <summary>Second half of the flow rule: <paramref name="target"/> may rely on what is as trustworthy as this.</summary>
    public bool IntegrityAllows(LabelLevels target) => IntegrityHigh >= target.IntegrityLow;

    /// <summary>The flow rule: information may move from here to <paramref name="target"/> (docs/SEMANTICS.md section 1).</summary>
    public bool MayFlowTo(LabelLevels target) => SecrecyAllows(target) && IntegrityAllows(target);
}
