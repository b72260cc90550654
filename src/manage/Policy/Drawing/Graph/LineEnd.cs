namespace Cofferdam.Policy.Drawing.Graph;

/// <summary>Where a line or an upright line meets an item.</summary>
/// <param name="Item">The item.</param>
/// <param name="AtRight">On which of its sides.</param>
/// <param name="Owner">The <see cref="GraphLine"/> or <see cref="GraphBus"/>.</param>
internal readonly record struct LineEnd(GraphItem Item, bool AtRight, object Owner);
