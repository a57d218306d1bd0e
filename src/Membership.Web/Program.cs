using Membership.App.Database;
using Membership.Web;
using Microsoft.EntityFrameworkCore;

var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
var folder = settings["data"] ?? Environment.GetEnvironmentVariable("MEMBERSHIP_DATA") ?? "membership-data";
await using var app = WebRegistration.BuildMembershipWeb(new DataFolder(folder), settings["urls"] ?? "http://localhost:5080");
await using (var scope = app.Services.CreateAsyncScope())
    await scope.ServiceProvider.GetRequiredService<MembershipDb>().Database.MigrateAsync();

await app.RunAsync();
