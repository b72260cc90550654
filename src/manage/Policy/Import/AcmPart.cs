namespace Cofferdam.Policy.Import;

/// <summary>An element that may stand in another.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Least">How often it stands there at least.</param>
/// <param name="Most">How often it stands there at most.</param>
internal sealed record AcmPart(string Name, int Least, int Most);
