namespace Cofferdam.Tests.Kit.Damage;

/// <summary>What an image says of a channel, from the side that may open it.</summary>
/// <param name="From">Index of the label that may open it.</param>
/// <param name="To">Index of the other label.</param>
/// <param name="Kind">1 vsock, 2 memory, 3 volume.</param>
/// <param name="Port">The port, or 0.</param>
/// <param name="Out">Information may move from the opener to the other.</param>
/// <param name="Back">Information may move from the other to the opener.</param>
public sealed record NaiveChannel(int From, int To, int Kind, uint Port, bool Out, bool Back);
