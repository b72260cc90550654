using Cofferdam.PolicyImage.Content;
using Cofferdam.PolicyImage.Entries;

namespace Cofferdam.PolicyImage.Writing;

/// <summary>A channel and its entry in the image.</summary>
/// <param name="Content">As it was given.</param>
/// <param name="Entry">As it is written.</param>
internal sealed record PlacedChannel(ChannelContent Content, ChannelEntry Entry);
