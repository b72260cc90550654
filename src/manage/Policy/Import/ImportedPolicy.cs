using System.Collections.Generic;
using Cofferdam.Model.Diagnostics;

namespace Cofferdam.Policy.Import;

/// <summary>A policy of Xen's access control module as a project file that decides the same.</summary>
/// <param name="Text">The text of the project file.</param>
/// <param name="Names">What became of the names, by kind in the order of the Xen policy; without those that were left out.</param>
/// <param name="Notes">What was changed or could not be carried over, in the order of the Xen policy.</param>
public sealed record ImportedPolicy(string Text, IReadOnlyList<ImportedName> Names, IReadOnlyList<Diagnostic> Notes);
