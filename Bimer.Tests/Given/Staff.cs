using Bimer.Blazor.Security;
using Bimer.Domain.Applicants;
using Bimer.Domain.Kernel;
using Bimer.Domain.Organisation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Bimer.Tests.Given;

/// <summary>An officer with what signs them in.</summary>
public sealed record StaffMember(Actor Actor, string NationalId, string Password)
{
    public UserId Id => Actor.UserId;
}

/// <summary>Officers of a running program, and how they come in.</summary>
public static class Staff
{
    public const string Password = "güneşli bir gün 1923";
    private const string Door = "/giris";

    /// <summary>A person with one role on one unit of the shipped tree, who can sign in.</summary>
    public static async Task<StaffMember> HireAsync(this BimerServer server, int id, OfficerRole role, UnitId unit, string password = Password)
    {
        var number = NumberOf(id);
        await server.Services.GetRequiredService<OfficerRegistry>().EnrolAsync(
            new Officer(new UserId(id), "Ad" + id, "Soyad", $"kisi{id}@kurum.invalid"),
            Bimer.Domain.Applicants.NationalId.Parse(number).Value!, MobileNumber.Parse("0532 123 45 67").Value!, password, CancellationToken.None);
        await using var db = await server.DbAsync();
        db.Add(new RoleAssignment(new UserId(id), role, unit, new DateOnly(2025, 1, 1)));
        if (role == OfficerRole.Approver) db.Add(new SigningAuthority(new UserId(id), unit, "IYEM-" + id, new DateOnly(2025, 1, 1), null));
        await db.SaveChangesAsync();
        return new StaffMember(new Actor(new UserId(id), [new RoleOn(role, unit)], People.Monday), number, password);
    }

    /// <summary>What the sign-in page sends, sent without drawing it; ends on the page they came for. The door itself is for <see cref="SignInByHandAsync"/>.</summary>
    public static async Task SignInAsync(this BimerServer server, Person person, StaffMember officer, string page = "/masa")
    {
        var (door, requests) = (server.Url + Door, person.Context.APIRequest);
        var open = await requests.GetAsync(door, new() { Headers = [new("Accept", "text/html")] });
        var form = requests.CreateFormData();
        foreach (var (name, value) in PlainBrowser.HiddenOf(await open.TextAsync(), Door)) form.Set(name, value);
        form.Set("kimlik", officer.NationalId).Set("sifre", officer.Password);
        var answer = await requests.PostAsync(door, new() { Form = form, MaxRedirects = 0, Headers = [new("Origin", server.Url)] });
        if (answer.Status != 302) throw new InvalidOperationException($"The door answered {answer.Status} to {officer.Id}.");
        await person.Page.GotoAsync(server.Url + page);
    }

    /// <summary>Through the sign-in page, as a person does it; ends on the page they came for.</summary>
    public static async Task SignInByHandAsync(this BimerServer server, Person person, StaffMember officer, string page = "/masa")
    {
        await person.Page.GotoAsync($"{server.Url}/giris?donus={Uri.EscapeDataString(page)}");
        await person.Page.GetByLabel("T.C. kimlik numaranız").FillAsync(officer.NationalId);
        await person.Page.GetByLabel("Şifreniz").FillAsync(officer.Password);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Giriş yap" }).ClickAsync();
        await person.Page.ArriveAtAsync(server.Url + page);
    }

    public static Task<PlainAnswer> SignInAsync(this PlainBrowser browser, StaffMember officer, string page = "/giris") =>
        browser.SubmitAsync(page, null, ("kimlik", officer.NationalId), ("sifre", officer.Password));

    /// <summary>A made-up citizen number with right check digits, one per id.</summary>
    public static string NumberOf(int id)
    {
        var digits = (880_000_000 + id).ToString(System.Globalization.CultureInfo.InvariantCulture).Select(c => c - '0').ToArray();
        var odd = digits[0] + digits[2] + digits[4] + digits[6] + digits[8];
        var even = digits[1] + digits[3] + digits[5] + digits[7];
        var tenth = ((7 * odd) + (9 * even)) % 10;
        return string.Concat(digits) + tenth + ((odd + even + tenth) % 10);
    }
}
