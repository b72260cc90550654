using System.Collections.Generic;
using Cofferdam.PolicyImage;

namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>A type that several boxes have in common: they share along it.</summary>
/// <param name="Type">Its name.</param>
/// <param name="Members">The nodes, and for each where information may move between it and any other of them: Out is away from it.</param>
internal sealed record GraphRail(string Type, IReadOnlyList<(int Node, Flows Flows)> Members);
