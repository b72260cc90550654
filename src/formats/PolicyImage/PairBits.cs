namespace Cofferdam.PolicyImage;

/// <summary>
/// What a policy keeps of a word of the access table: enough for a decision that no channel takes part in, in a byte, so that the table
/// of a large policy stays in the processor's cache. Read with <see cref="CompiledPolicy.PairOf"/>.
/// </summary>
public static class PairBits
{
    /// <summary>The labels have a type in common.</summary>
    public const int Share = (int)AccessWord.Share;

    /// <summary>Shift from <see cref="Flows"/> to the flow bits, which are those of <see cref="AccessWord"/>.</summary>
    public const int FlowShift = AccessWord.FlowShift;

    private const int AllChannels = 0x38;

    /// <summary>The bit that says that there are channels of a kind between the two, whoever opens them and whichever way they go.</summary>
    public static int Channel(AccessKind kind) => (4 << (int)kind) & AllChannels;
}
