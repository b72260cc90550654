using Xunit;

namespace Cofferdam.Tests.Policy.Import;

/// <summary>Tests that look at the clock run while no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
