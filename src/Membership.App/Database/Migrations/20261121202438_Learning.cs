using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Membership.App.Database.Migrations
{
    public partial class Learning : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Education",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PoliticalTheory",
                table: "People",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Qualification",
                table: "People",
                type: "TEXT",
                nullable: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Education",
                table: "People");

            migrationBuilder.DropColumn(
                name: "PoliticalTheory",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Qualification",
                table: "People");
        }
    }
}
