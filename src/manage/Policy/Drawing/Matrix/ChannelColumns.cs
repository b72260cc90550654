using System;
using System.Collections.Generic;
using System.Linq;
using Cofferdam.Policy.Drawing.Canvas;
using Cofferdam.Policy.Drawing.Subject;

namespace Cofferdam.Policy.Drawing.Matrix;

/// <summary>How wide the columns of a list of channels are.</summary>
internal readonly record struct ChannelColumns(double Name, double From, double To)
{
    private const double Most = 200;

    public static ChannelColumns Of(IReadOnlyList<ChannelGroup> channels) => new(
        Math.Min(Most, channels.Max(channel => TextWidth.Of(channel.Name, TextStyle.Body))),
        Room(channels.Select(channel => channel.First.From)),
        Room(channels.Select(channel => channel.First.To)));

    /// <summary>Room for names of labels.</summary>
    public static double Room(IEnumerable<Face> faces) => Math.Min(Most, faces.Max(face => TextWidth.Of(face.Name, TextStyle.Body)));
}
