using FluentAssertions;
using Xunit;

namespace Bimer.Tests.Given.Proofs;

public sealed class PersonProofs
{
    [Fact]
    public async Task A_person_speaks_Turkish_and_lives_in_Istanbul()
    {
        await using var person = await Chromium.NewPersonAsync(Screen.Phone);

        (await person.Page.EvaluateAsync<string>("navigator.language + ' ' + Intl.DateTimeFormat().resolvedOptions().timeZone + ' ' + innerWidth"))
            .Should().Be("tr-TR Europe/Istanbul 360");
    }

    [Theory]
    [InlineData("<script>console.error('lost')</script>", "console: lost")]
    [InlineData("<script>throw new Error('broken')</script>", "uncaught:*broken")]
    [InlineData("<script>alert('hello')</script>", "dialog: alert hello")]
    [InlineData("<img src='http://192.0.2.1/spy.png' alt=''>", "foreign request: http://192.0.2.1/spy.png")]
    [InlineData("<meta http-equiv='Content-Security-Policy' content=\"img-src 'none'\"><img src='/x.png' alt=''>", "console:*Content Security Policy*")]
    public async Task Whatever_a_quiet_page_never_does_fails_the_test(string markup, string complaint)
    {
        var person = await Chromium.NewPersonAsync();
        await person.Page.RouteAsync("**/*", route => route.FulfillAsync(new() { ContentType = "text/html", Body = markup }));
        await person.Page.GotoAsync("http://127.0.0.1/");
        await Eventually.TrueAsync(() => person.Complaints.Any(), "the browser complained");

        (await FluentActions.Awaiting(async () => await person.DisposeAsync()).Should().ThrowAsync<InvalidOperationException>())
            .WithMessage($"*{complaint}*");
    }

    [Fact]
    public async Task Axe_names_the_rule_the_element_and_the_markup()
    {
        await using var person = await Chromium.NewPersonAsync();
        await person.Page.SetContentAsync("<html lang=tr><title>t</title><main><h1>Başvuru</h1><img src='data:,' class=bare></main>");

        (await FluentActions.Awaiting(() => Axe.FindNothingAsync(person.Page)).Should().ThrowAsync<Exception>())
            .WithMessage("*image-alt*at img*<img*");
    }
}
