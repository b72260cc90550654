using System;
using System.Globalization;
using Cofferdam.Tests.Kit.Campaigns;

namespace Cofferdam.Tests.Campaign;

/// <summary>The command line: a campaign's name, and its options.</summary>
/// <param name="Name">The campaign, or null to list what there is.</param>
/// <param name="Options">Its seed and budget.</param>
internal sealed record Arguments(string? Name, CampaignOptions Options)
{
    /// <summary>Reads the command line; null if it makes no sense.</summary>
    public static Arguments? Read(string[] args)
    {
        var read = new Arguments(null, new CampaignOptions((ulong)Random.Shared.NextInt64(), null));
        for (var i = 0; i < args.Length && read is not null; i++)
        {
            read = args[i] switch
            {
                "--seed" when i + 1 < args.Length => read.WithSeed(args[++i]),
                "--budget" when i + 1 < args.Length => read.WithBudget(args[++i]),
                ['-', ..] => null,
                var name => read.Name is null ? read with { Name = name } : null,
            };
        }
        return read;
    }

    private Arguments? WithSeed(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? this with { Options = Options with { Seed = seed } }
            : null;

    // 90s, 10m, 2h, or plain seconds.
    private Arguments? WithBudget(string text)
    {
        var unit = text is [.., 'm'] ? 60 : text is [.., 'h'] ? 3600 : 1;
        return double.TryParse(text.TrimEnd('s', 'm', 'h'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count)
            ? this with { Options = Options with { Budget = TimeSpan.FromSeconds(count * unit) } }
            : null;
    }
}
