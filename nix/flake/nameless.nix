/**
  A machine that is called what cloud-init calls it, until a deployment says more.
*/
{
  networking.hostName = "";
}
