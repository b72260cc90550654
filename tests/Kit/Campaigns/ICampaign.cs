using System.IO;

namespace Cofferdam.Tests.Kit.Campaigns;

/// <summary>
/// A search that can run as long as one likes: <c>./campaign</c> gives it a seed and a budget, and tests run the same code with a small
/// budget. A class that implements this needs a public constructor without parameters; <c>./campaign</c> finds it by itself.
/// </summary>
public interface ICampaign
{
    /// <summary>The name on the command line: lower case, words joined with hyphens.</summary>
    string Name { get; }

    /// <summary>One line that says what it looks for.</summary>
    string Purpose { get; }

    /// <summary>Runs it and says on <paramref name="output"/> what it covered and found.</summary>
    /// <returns>The number of failures found; zero means that all went well.</returns>
    int Run(CampaignOptions options, TextWriter output);
}
