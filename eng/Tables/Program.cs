using System;
using Cofferdam.Eng.Tables;

if (args is not [_] and not [_, "--check"])
{
    Console.Error.WriteLine("usage: Cofferdam.Eng.Tables ROOT [--check]");
    return 2;
}

try
{
    var drifted = Generator.Drifted(args[0]);
    if (args.Length == 1)
        Generator.Write(args[0], drifted);
    foreach (var file in drifted)
        Console.WriteLine(args.Length == 1 ? $"wrote {file.Path}" : $"out of date: {file.Path}");
    return args.Length == 1 || drifted.Count == 0 ? 0 : 1;
}
catch (TableException e)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return 1;
}
