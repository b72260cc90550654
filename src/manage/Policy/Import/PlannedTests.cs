using System.Collections.Generic;

namespace Cofferdam.Policy.Import;

/// <summary>Tests of the project file.</summary>
/// <param name="Fixtures">Volumes that they speak of, each of the label of its name.</param>
/// <param name="Lines">The tests.</param>
/// <param name="AreAll">False when there would be more.</param>
internal sealed record PlannedTests(IReadOnlyList<string> Fixtures, IReadOnlyList<string> Lines, bool AreAll);
