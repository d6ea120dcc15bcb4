using Bimer.Blazor;

var app = BimerApp.Build(args);
await BimerApp.PrepareAsync(app.Services, app.Lifetime.ApplicationStopping);
await app.RunAsync();
