using System.Collections.Generic;

namespace Cofferdam.Tests.Kit.Damage;

/// <summary>What an image says of a label.</summary>
/// <param name="Types">Its types.</param>
/// <param name="SecrecyLow">Lowest level of secrecy.</param>
/// <param name="SecrecyHigh">Highest level of secrecy.</param>
/// <param name="CategoriesLow">Categories of the lowest secrecy.</param>
/// <param name="CategoriesHigh">Categories of the highest secrecy.</param>
/// <param name="IntegrityLow">Lowest integrity.</param>
/// <param name="IntegrityHigh">Highest integrity.</param>
public sealed record NaiveLabel(
    IReadOnlySet<int> Types, int SecrecyLow, int SecrecyHigh,
    IReadOnlySet<int> CategoriesLow, IReadOnlySet<int> CategoriesHigh,
    int IntegrityLow, int IntegrityHigh);
