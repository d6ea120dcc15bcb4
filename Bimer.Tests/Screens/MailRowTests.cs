using Bimer.Blazor.Workspace.Registering.Mailing;
using Bimer.Tests.Given;
using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Screens;

public sealed class MailRowTests
{
    [Theory]
    [InlineData("", "Müjde Kanarya", "Konusuz, Müjde Kanarya")]
    [InlineData("Sokak lambası", "", "Sokak lambası, Göndereni belirsiz")]
    public async Task Every_button_of_a_mail_says_which_mail_also_where_the_mail_does_not(string subject, string from, string called)
    {
        var line = new MailLine(Guid.NewGuid(), default, from, subject, Files: 0, IsUnread: false, Colleague: null, Reason: null);

        var row = await AScreen.HtmlAsync<MailRow>([], ("Line", line));

        row.QuerySelectorAll("button").Select(button => button.GetAttribute("aria-label")).Should().Equal($"Aç: {called}", $"Ayır: {called}");
    }
}
