using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Cofferdam.Tests.Campaign;
using Cofferdam.Tests.Kit.Campaigns;

if (Arguments.Read(args) is not { } arguments)
    return Usage();
if (arguments.Name is null)
    return List();
return Campaigns().FirstOrDefault(c => c.Name == arguments.Name) is { } campaign ? Run(campaign, arguments.Options) : Usage();

static IEnumerable<ICampaign> Campaigns() => typeof(ICampaign).Assembly.GetTypes()
    .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(ICampaign)))
    .Select(type => (ICampaign)Activator.CreateInstance(type)!)
    .OrderBy(campaign => campaign.Name, StringComparer.Ordinal);

static int List()
{
    foreach (var campaign in Campaigns())
        Console.WriteLine($"{campaign.Name,-20} {campaign.Purpose}");
    return 0;
}

static int Run(ICampaign campaign, CampaignOptions options)
{
    Console.WriteLine($"campaign {campaign.Name}: {campaign.Purpose}");
    Console.WriteLine($"seed {options.Seed}, budget {options.Budget?.ToString() ?? "its full length"}");
    var watch = Stopwatch.StartNew();
    var failures = campaign.Run(options, Console.Out);
    Console.WriteLine($"{failures} failures in {watch.Elapsed.TotalSeconds:F1} s; seed {options.Seed}");
    return failures == 0 ? 0 : 1;
}

static int Usage()
{
    Console.Error.WriteLine("usage: ./campaign [NAME [--seed N] [--budget 90s|10m|2h]]");
    List();
    return 2;
}
