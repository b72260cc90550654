using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Cofferdam.Tests.Style;

/// <summary>Fails with everything that is wrong, not with the first thing.</summary>
internal static class Report
{
    /// <summary>Fails if there is any problem, naming each.</summary>
    public static void Empty<T>(IEnumerable<T> problems)
    {
        var lines = problems.Select(problem => $"  {problem}").ToList();
        if (lines.Count > 0)
            Assert.Fail($"{lines.Count} problems:\n{string.Join('\n', lines)}");
    }
}
