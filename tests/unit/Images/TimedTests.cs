using Xunit;

namespace Cofferdam.Tests.Unit.Images;

/// <summary>Tests that take times run after all others, one at a time.</summary>
[CollectionDefinition(nameof(TimedTests), DisableParallelization = true)]
public sealed class TimedTests;
