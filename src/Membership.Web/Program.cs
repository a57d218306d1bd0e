using Membership.Web.CommandLine;

return await CommandRoot.RunAsync(args);
