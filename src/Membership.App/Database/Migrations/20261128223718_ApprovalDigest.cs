using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.App.Database.Migrations
{
    public partial class ApprovalDigest : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Digest",
                table: "Approvals",
                type: "TEXT",
                nullable: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Digest",
                table: "Approvals");
        }
    }
}
