using System;
using System.Linq;
using Cofferdam.Bench;
using Cofferdam.Bench.Decisions;
using Cofferdam.Bench.Harness;
using Cofferdam.Bench.Policy;

IBench[] benches = [new DecisionsBench(), new PolicyBench()];

if (args.Length == 0)
    return List();
if (args is not [var name])
    return Usage();
var chosen = benches.Where(bench => name == "all" || bench.Name == name).ToList();
if (chosen.Count == 0)
    return Usage();
foreach (var bench in chosen)
    Run(bench);
return 0;

static void Run(IBench bench)
{
    Console.WriteLine($"{bench.Name}: {bench.Purpose}");
    var report = new Report(bench.Name, Console.Out);
    bench.Run(report);
    report.Print();
}

int List()
{
    foreach (var bench in benches)
        Console.WriteLine($"{bench.Name,-12} {bench.Purpose}");
    return 0;
}

int Usage()
{
    Console.Error.WriteLine("usage: ./bench [NAME|all]");
    List();
    return 2;
}
