using System.Globalization;
using System.Linq;
using Cofferdam.Policy.Statements;
using CsCheck;
using Xunit;

namespace Cofferdam.Tests.Policy.Statements;

/// <summary>The grammar that the reference shows against the parser, which was written by hand.</summary>
[Trait("Requirement", "POL-4")]
public sealed class GrammarTests
{
    private const int Cases = 200_000;
    private const int LongestSentence = 9;

    private static readonly string[] Sentences =
    [
        "start a on b", "resume a on b", "attach a to b for read", "attach a to b for write", "connect a to b vsock 1", "connect a to b memory one-way", "flow a to b",
        "a runs", "a is paused", "a is saved", "a was here", "a is attached to b",
    ];

    private static readonly Grammar Documented = new(StatementParser.Grammar, IsNamed);

    /// <summary>Right sentences with words taken out, put in, exchanged, and any words at all.</summary>
    private static readonly Gen<string[]> Words = Gen.OneOf(OneOf(Sentences).Select(text => text.Split(' ')), AnyWord.Array[0, LongestSentence])
        .SelectMany(words => Gen.Select(Gen.Int[0, 3], Gen.Int[0, words.Length], AnyWord).Select((change, at, word) => change switch
        {
            0 => words,
            1 => [.. words[..at], word, .. words[at..]],
            2 when at < words.Length => [.. words[..at], .. words[(at + 1)..]],
            3 when at < words.Length => [.. words[..at], word, .. words[(at + 1)..]],
            _ => words,
        }));

    private static Gen<string> AnyWord => OneOf([.. new Grammar(StatementParser.Grammar, IsNamed).Terminals, "a", "b", "0", "1", "4294967294", "4294967295", "4294967296", "-1"]);

    private static Gen<string> OneOf(string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    [Fact]
    public void The_parser_takes_the_sentences_of_the_documented_grammar_and_no_others()
    {
        var (right, wrong) = (0, 0);
        Words.Sample(
            words =>
            {
                var text = string.Join(' ', words);
                var (statement, given) = (Documented.Recognises("statement", words), Documented.Recognises("given", words));
                _ = statement || given ? right++ : wrong++;
                return statement == (StatementParser.Parse(text).Value is not null) && given == (StatementParser.ParseGiven(text).Value is not null);
            },
            iter: Cases,
            threads: 1);
        Assert.True(right > Cases / 20 && wrong > Cases / 20, $"{right} sentences, {wrong} others");
    }

    private static bool IsNamed(string rule, string word) =>
        rule != "port" || (uint.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < uint.MaxValue);
}
