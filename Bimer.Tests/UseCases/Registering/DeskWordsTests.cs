using Bimer.Blazor.Workspace.Registering;
using Bimer.Domain.Applicants;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.UseCases.Registering;

/// <summary>A desk warns of a text that names a writer who asked to stay hidden, as the citizens' form does (S6, S13).</summary>
public sealed class DeskWordsTests
{
    private static readonly DeskForm _form = ADesk.SilentLetter with
    {
        HideIdentity = "on", GivenName = "Işıl", Surname = "Çınar", NationalId = "10000000146", Phone = "0532 123 45 67", Text = "Ben, IŞIL ÇINAR (0532-123 45 67), durumu bildiriyorum.",
    };

    [Fact]
    public void The_text_of_a_hidden_applicant_that_names_them_is_noticed() => DeskWords.Of(_form).Own.Should().Be(new OwnDetails(Number: false, Phone: true, Name: true));

    [Fact]
    public void Who_did_not_ask_to_be_hidden_or_may_not_be_is_not_warned_of()
    {
        DeskWords.Of(_form with { HideIdentity = "" }).Own.Should().BeNull();
        DeskWords.Of(_form with { Kind = "Request" }).Own.Should().BeNull("hiding exists for tip-offs and complaints alone");
        DeskWords.Of(_form with { Text = "Çınar ağaçları kesilmiş." }).Own.Should().BeNull();
    }
}
