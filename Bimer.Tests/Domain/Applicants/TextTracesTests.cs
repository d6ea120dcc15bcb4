using Bimer.Blazor.Facts;
using Bimer.Domain.Applicants;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;
using Xunit.Abstractions;

namespace Bimer.Tests.Domain.Applicants;

/// <summary>What tells of a person in a text is found by its form, and what only looks a little like it is not (G10).</summary>
public sealed class TextTracesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Kimliğim 10000000146'dır.", "10000000146", TraceKind.CitizenNumber)]
    [InlineData("(10000000146)", "10000000146", TraceKind.CitizenNumber)]
    [InlineData("TC: 100 000 001 46", "100 000 001 46", TraceKind.CitizenNumber)]
    [InlineData("Tel:0532 123 45 67.", "0532 123 45 67", TraceKind.Mobile)]
    [InlineData("(0532) 123-45-67", "(0532) 123-45-67", TraceKind.Mobile)]
    [InlineData("beni 5321234567 den arayın", "5321234567", TraceKind.Mobile)]
    [InlineData("+90 (532) 123 45 67", "+90 (532) 123 45 67", TraceKind.Mobile)]
    [InlineData("00905321234567", "00905321234567", TraceKind.Mobile)]
    [InlineData("0532.123.45.67", "0532.123.45.67", TraceKind.Mobile)]
    [InlineData("Ev: 0 312 422 10 00", "0 312 422 10 00", TraceKind.Telephone)]
    [InlineData("+49 151 12345678", "+49 151 12345678", TraceKind.Telephone)]
    [InlineData("hesap tr330006100519786457841326,", "tr330006100519786457841326", TraceKind.Iban)]
    [InlineData("TR33 0006 1005 1978 6457 8413 26", "TR33 0006 1005 1978 6457 8413 26", TraceKind.Iban)]
    [InlineData("Yazın: ayse.yilmaz@posta.com.tr.", "ayse.yilmaz@posta.com.tr", TraceKind.Email)]
    [InlineData("05321234567@x.com", "05321234567@x.com", TraceKind.Email)]
    [InlineData("KEP: 05321234567@hs01.kep.tr", "05321234567@hs01.kep.tr", TraceKind.Email)]
    [InlineData("ali.5321234567@x.com", "ali.5321234567@x.com", TraceKind.Email)]
    [InlineData("10000000146@x.com", "10000000146@x.com", TraceKind.CitizenNumber)]
    public void It_is_found_however_it_is_written(string text, string trace, TraceKind kind) =>
        TextTraces.In(text).Select(one => (text.Substring(one.Start, one.Length), one.Kind)).Should().Equal((trace, kind));

    [Theory]
    [InlineData("10000000147 (bir hanesi yanlış)")]
    [InlineData("2026-0041873-5 sayılı başvurum")]
    [InlineData("05.11.2026 143 lira ödedim")]
    [InlineData("12.11.2026 14.30")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("٠٥٣٢١٢٣٤٥٦٧")]
    [InlineData("TR33 0006 1005")]
    [InlineData("@dernek ve a@b")]
    [InlineData("0850")]
    [InlineData("ada 5321, parsel 234567")]
    [InlineData("")]
    public void What_only_looks_like_it_is_none(string text) => TextTraces.In(text).Should().BeEmpty();

    [Fact]
    public void Two_that_stand_beside_each_other_are_two()
    {
        const string Text = "Ben Ayşe, 10000000146 05321234567 ayse@posta.com";
        TextTraces.In(Text).Select(one => one.Kind).Should().Equal(TraceKind.CitizenNumber, TraceKind.Mobile, TraceKind.Email);
    }

    [Fact]
    public void Of_a_number_with_blanks_before_an_at_sign_and_of_two_addresses_in_one_nothing_goes_unmarked()
    {
        TextTraces.In("0532 123 45 67@x.com").Should().Equal(new TextTrace(0, 14, TraceKind.Mobile), new TextTrace(14, 6, TraceKind.Email));
        TextTraces.In("a@b.com@c.com").Should().Equal(new TextTrace(0, 7, TraceKind.Email), new TextTrace(7, 6, TraceKind.Email));
    }

    /// <summary>Whoever cuts the text at its traces relies on it.</summary>
    [Fact]
    public void Whatever_is_written_no_trace_lies_over_another_and_none_outside_the_text()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var dice = new Random(seed);
        string[] pieces = ["0", "5", "1", "7", "@", "@", ".", "-", "_", "+", "(", ")", " ", "a", "ş", "TR", "05321234567", "5321234567", "10000000146", "0532 123 45 67", "@x.com", ".com", "TR330006100519786457841326"];
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, dice.Next(1, 14)).Select(_ => pieces[dice.Next(pieces.Length)]));
            var at = 0;
            foreach (var trace in TextTraces.In(text))
            {
                (trace.Start >= at && trace.Length > 0 && trace.Start + trace.Length <= text.Length).Should().BeTrue("of \"{0}\" (seed {1}) {2} follows what ends at {3}", text, seed, trace, at);
                at = trace.Start + trace.Length;
            }
        }
    }

    [Fact]
    public void Six_thousand_digits_parted_by_blanks_take_no_time() =>
        TextTraces.In(string.Concat(Enumerable.Repeat("1 ", 3_000))).Should().BeEmpty();

    /// <summary>Recall and precision over 300 petitions of the demo into which numbers were written; both are printed.</summary>
    [Fact]
    public void Of_three_hundred_petitions_every_number_is_found_and_nothing_else()
    {
        var (written, found, right) = (0, 0, 0);
        var bodies = PetitionTemplates.Shipped.Templates.Select(one => one.Body).ToList();
        for (var i = 0; i < 300; i++)
        {
            var body = bodies[i % bodies.Count];
            string[] own = i % 4 == 0 ? [] : [.. Spellings(i).Skip(i % 3).Take(1 + (i % 2))];
            var text = own.Length == 0 ? body : $"{string.Join(", ", own)} {body} {own[0]}";
            text += $" 2026-00418{i % 90 + 10}-5, 05.11.2026 {100 + i} lira, {NoNumber(i)}";
            var traces = TextTraces.In(text).Select(one => (Words: text.Substring(one.Start, one.Length), one.Kind)).ToList();
            List<(string Words, TraceKind Kind)> expected = [.. (own.Length == 0 ? [] : own.Append(own[0])).Select(words => (words, KindOf(words)))];
            (written, found) = (written + expected.Count, found + traces.Count);
            right += traces.Zip(expected).Count(two => two.First == two.Second);
        }

        output.WriteLine($"written {written}, found {found}, right {right}: recall {(double)right / written:P1}, precision {(double)right / found:P1}");
        (found, right).Should().Be((written, written));
    }

    /// <summary>A citizen number whose last digit is another: it never checks out.</summary>
    private static string NoNumber(int i) => Staff.NumberOf(61_000 + i) is var digits ? digits[..^1] + (char)('0' + ((digits[^1] - '0' + 1) % 10)) : "";

    private static TraceKind KindOf(string words) => words switch
    {
        _ when words.Contains('@', StringComparison.Ordinal) => TraceKind.Email,
        ['T', ..] => TraceKind.Iban,
        ['0', '3', ..] => TraceKind.Telephone,
        ['0' or '(' or '+' or '5', ..] when words.Count(char.IsAsciiDigit) != 11 || words[0] is '0' or '(' => TraceKind.Mobile,
        _ => TraceKind.CitizenNumber,
    };

    private static string[] Spellings(int i)
    {
        var (id, phone) = (Staff.NumberOf(60_000 + i), $"5{i % 6 + 3}{i % 10}{1_000_000 + (i * 7_919)}");
        return (i % 5) switch
        {
            0 => [id, "0" + phone, "TR33 0006 1005 1978 6457 8413 26"],
            1 => [$"{id[..3]} {id[3..6]} {id[6..9]} {id[9..]}", $"0{phone[..3]} {phone[3..6]} {phone[6..8]} {phone[8..]}", "vatandas." + i + "@posta.com"],
            2 => [id, $"(0{phone[..3]}) {phone[3..6]} {phone[6..]}", "TR330006100519786457841326"],
            3 => [id, $"+90 {phone[..3]} {phone[3..6]} {phone[6..8]} {phone[8..]}", "0312 422 10 00"],
            _ => [id, phone, "a_b-" + i + "@kurum.gov.tr"],
        };
    }
}
